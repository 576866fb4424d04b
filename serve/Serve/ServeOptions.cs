namespace Fourfold.Serve;

/// <summary>What an operator may set, in the section <c>Serve</c>.</summary>
internal sealed class ServeOptions
{
    /// <summary>Hours that local time is ahead of UTC: shifts are in local time.</summary>
    public double UtcOffsetHours { get; init; } = 8;
}
