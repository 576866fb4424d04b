namespace Fourfold.Codecs.Nmea;

/// <summary>Where and when a sentence or message was, kept by its reader so that passing it on copies a reference only.</summary>
internal struct Place
{
    public long Offset;
    public int Length;
    public long Line;

    /// <summary>Milliseconds since 1970, or <see cref="TagFields.Absent"/>.</summary>
    public long TimeUnixMs;

    /// <summary>The station within the line's text, unless <see cref="OwnStation"/> holds it.</summary>
    public TagFields.Slice Station;

    /// <summary>The station where it is not in the line's text; null otherwise.</summary>
    public byte[]? OwnStation;
    public int OwnStationLength;

    public readonly ReadOnlySpan<byte> StationIn(ReadOnlySpan<byte> text) =>
        OwnStation is null ? Station.Of(text) : OwnStation.AsSpan(0, OwnStationLength);
}
