namespace Fourfold.Tracking;

/// <summary>How long a class of things may be silent.</summary>
/// <param name="LostAfter">Then its symbol is dashed and its place extrapolated.</param>
/// <param name="EndsAfter">Then it is taken off the picture; greater than <paramref name="LostAfter"/>.</param>
public sealed record TrackLifetime(TimeSpan LostAfter, TimeSpan EndsAfter);

/// <summary>
/// Limits of a tracker. Lifetimes follow the reporting intervals of ITU-R M.1371-5, Annex 1, table 1: class A 2–10 s under
/// way and 3 min at rest, class B 5–30 s above 2 knots and 3 min below, aids to navigation 3 min, base stations 10 s.
/// </summary>
public sealed record TrackerOptions
{
    /// <summary>Tracks at once, 1 … 1,000,000; about 2.8 kB each when in use. Beyond it the longest lost are shed.</summary>
    public int MaximumTracks { get; init; } = 65_536;

    /// <summary>Tracks that may share an MMSI at once.</summary>
    public int MaximumTracksOfOneMmsi { get; init; } = 8;

    /// <summary>Points kept of a track's past.</summary>
    public int TrailPoints { get; init; } = 120;

    /// <summary>Least time between two of them; with 120 points 20 minutes are kept.</summary>
    public TimeSpan TrailInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far ahead of now a report may claim to be.</summary>
    public TimeSpan MaximumAhead { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far behind now a report may be.</summary>
    public TimeSpan MaximumBehind { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Within this time equal transmissions are one. Under a minute, because a ship at rest repeats its report with the
    /// same UTC second.
    /// </summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>
    /// Three reports of one MMSI that reach us within this time through one feed were not sent in this time: a ship reports
    /// every two seconds at most (ITU-R M.1371-5, Annex 1, table 1).
    /// </summary>
    public TimeSpan ReplaySpan { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long an ended track's id is kept for the case that it comes back.</summary>
    public TimeSpan ReturnsWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Greatest believable speed of a vessel, m/s (60 knots).</summary>
    public double MaximumVesselSpeed { get; init; } = Geo.Speed.FromKnots(60);

    /// <summary>Greatest believable speed of an aircraft, m/s (400 knots).</summary>
    public double MaximumAircraftSpeed { get; init; } = Geo.Speed.FromKnots(400);

    /// <summary>A jump of so many metres is never held against anyone (errors, coarse reports).</summary>
    public double JumpAllowanceMetres { get; init; } = 2_000;

    /// <summary>Ships under way, class A, and aircraft.</summary>
    public TrackLifetime UnderWay { get; init; } = new(TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(6));

    /// <summary>Class B at more than two knots.</summary>
    public TrackLifetime ClassBMoving { get; init; } = new(TimeSpan.FromSeconds(120), TimeSpan.FromMinutes(6));

    /// <summary>Ships at anchor, moored or aground, and class B below two knots.</summary>
    public TrackLifetime AtRest { get; init; } = new(TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(12));

    /// <summary>Base stations, aids to navigation and devices.</summary>
    public TrackLifetime Fixed { get; init; } = new(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));

    /// <summary>Ships last heard by a long-range report.</summary>
    public TrackLifetime LongRange { get; init; } = new(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(40));
}
