namespace Fourfold.Kernel.Demonstration;

/// <summary>Whether this Fourfold shows simulated data only. Set by the host before it listens; shown on every page.</summary>
public sealed class DemonstrationMode
{
    /// <summary>True in the demonstration.</summary>
    public bool IsOn { get; set; }
}
