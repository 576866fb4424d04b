namespace Fourfold.Serve.Forms;

/// <summary>Where a form stands.</summary>
internal static class FormStates
{
    /// <summary>Nobody fills it yet.</summary>
    public const string Draft = "draft";

    /// <summary>It is filled in its latest version; older ones are still taken.</summary>
    public const string Published = "published";

    /// <summary>Only what was filled before is still taken.</summary>
    public const string Retired = "retired";
}
