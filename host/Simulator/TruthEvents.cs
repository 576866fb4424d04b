namespace Fourfold.Simulator;

/// <summary>What may be odd about a vessel, as the truth tells it.</summary>
public static class TruthEvents
{
    /// <summary>It spoke and does not any more.</summary>
    public const string FellSilent = "dark";

    /// <summary>It has no radio.</summary>
    public const string HasNoRadio = "never-speaks";

    /// <summary>It gives another vessel's MMSI, name and call sign, and that one its.</summary>
    public const string IsSwapped = "swap";

    /// <summary>It says that it is elsewhere.</summary>
    public const string IsOff = "offset";

    /// <summary>It speaks, and nobody is there.</summary>
    public const string IsGhost = "ghost";

    internal static IReadOnlyList<string> None { get; } = [];
    internal static IReadOnlyList<string> Dark { get; } = [FellSilent];
    internal static IReadOnlyList<string> NeverSpeaks { get; } = [HasNoRadio];
    internal static IReadOnlyList<string> Ghost { get; } = [IsGhost];
}
