namespace Fourfold.Codecs.CursorOnTarget;

/// <summary>Where something is: WGS 84 degrees, metres above the ellipsoid. What is not known is null.</summary>
/// <param name="LatitudeDegrees">±90, north positive.</param>
/// <param name="LongitudeDegrees">±180, east positive.</param>
/// <param name="HeightMetres">Height above the ellipsoid (hae); 9,999,999 on the wire when unknown.</param>
/// <param name="CircularErrorMetres">Radius of one standard deviation about the point (ce); 9,999,999 when unknown.</param>
/// <param name="LinearErrorMetres">One standard deviation of the height (le); 9,999,999 when unknown.</param>
public readonly record struct CotPoint(
    double LatitudeDegrees,
    double LongitudeDegrees,
    double? HeightMetres = null,
    double? CircularErrorMetres = null,
    double? LinearErrorMetres = null
);

/// <summary>A Cursor on Target event, version 2.0: what, where, and how long that is worth knowing.</summary>
/// <remarks>MITRE MP090284, Cursor on Target Message Router User's Guide, appendix; TAK's detail elements contact, track, remarks.</remarks>
public sealed record CotEvent
{
    /// <summary>Identifies the thing, the same in each event about it; 1–255 characters.</summary>
    public required string Uid { get; init; }

    /// <summary>What it is, such as <c>a-n-S-X-M</c>: atom, neutral, on the sea surface, merchant vessel.</summary>
    public required string Type { get; init; }

    /// <summary>How it is known, such as <c>m-r</c>: by machine, reported.</summary>
    public required string How { get; init; }

    /// <summary>When the event was made.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>From when on it holds.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Until when it holds; after that the thing should no longer be shown.</summary>
    public required DateTimeOffset Stale { get; init; }

    /// <summary>Where it is.</summary>
    public required CotPoint Point { get; init; }

    /// <summary>Who may see it, or null.</summary>
    public string? Access { get; init; }

    /// <summary>Name to show (detail/contact@callsign), or null.</summary>
    public string? Callsign { get; init; }

    /// <summary>Course over ground from true north, degrees (detail/track@course), or null.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>Speed over ground, m/s (detail/track@speed), or null.</summary>
    public double? SpeedMetresPerSecond { get; init; }

    /// <summary>Free text (detail/remarks), or null.</summary>
    public string? Remarks { get; init; }
}
