using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Sense.Vessels;
using Fourfold.Tracking;

namespace Fourfold.Sense.Picture;

/// <summary>A live vessel as lists and dossiers show it.</summary>
internal record VesselView
{
    public required Guid TrackId { get; init; }
    public required int Slot { get; init; }
    public required int? Mmsi { get; init; }
    public required string? Name { get; init; }
    public required string? CallSign { get; init; }
    public required int? Imo { get; init; }
    public required int? ShipType { get; init; }

    /// <summary>As in <c>live.md</c>, by name.</summary>
    [OneOf("unknown", "fishing", "cargo", "tanker", "passenger", "government", "small", "aid")]
    public required string ShipClass { get; init; }

    /// <summary>ISO 3166-1 alpha-2, from the MMSI.</summary>
    public required string? Flag { get; init; }
    public required GeoPoint Position { get; init; }
    public required double? SpeedKnots { get; init; }
    public required double? CourseDegrees { get; init; }
    public required double? HeadingDegrees { get; init; }

    [OneOf(typeof(SeaRing))]
    public required string Ring { get; init; }

    /// <summary>Negative on land; null far away.</summary>
    public required double? DistanceToShoreMetres { get; init; }

    [OneOf(typeof(TrackKind))]
    public required string Source { get; init; }

    /// <summary>0–15 as in ITU-R M.1371-5.</summary>
    public required int? NavigationStatus { get; init; }
    public required DateTimeOffset ObservedAt { get; init; }
    public required double AgeSeconds { get; init; }

    /// <summary>0 none, 1–4.</summary>
    [OneOf(0, 1, 2, 3, 4)]
    public required int AlertLevel { get; init; }

    /// <summary>What is odd about it: <c>duplicate-identity</c>, <c>dark</c>, <c>offset-position</c>, <c>swapped-identity</c>.</summary>
    public required IReadOnlyList<string> Flags { get; init; }
    public required bool Simulated { get; init; }

    /// <summary>The view of a slot that is alive; the caller holds the picture's gate.</summary>
    public static VesselView Of(LivePicture picture, int index, DateTimeOffset now)
    {
        ref readonly var slot = ref picture[index];
        ref readonly var state = ref slot.State;
        var vessel = picture.VesselOf(index);
        return new VesselView
        {
            TrackId = state.Id.Value,
            Slot = index,
            Mmsi = state.Mmsi,
            Name = vessel?.Name,
            CallSign = vessel?.CallSign,
            Imo = vessel?.Imo,
            ShipType = vessel?.ShipType,
            ShipClass = ShipClasses.Of(vessel, state.Transponder).Code(),
            Flag = Vessels.Flags.Of(state.Mmsi),
            Position = new GeoPoint(
                Round(state.Position.LatitudeDegrees, 6),
                Round(state.Position.LongitudeDegrees, 6)
            ),
            SpeedKnots = Knots(state.Speed),
            CourseDegrees = Degrees(state.Course),
            HeadingDegrees = Degrees(state.Heading),
            Ring = slot.Place.Ring.Code(),
            DistanceToShoreMetres = slot.Place.ShoreMetres is { } metres ? Math.Round(metres) : null,
            Source = SourceCode(state.Kind),
            NavigationStatus = (int?)state.NavigationStatus,
            ObservedAt = state.At,
            AgeSeconds = Round(state.Age(now).TotalSeconds, 1),
            AlertLevel = picture.AlertLevelOf(index),
            Flags = CodesOf(state.Flags),
            Simulated = state.IsSimulated,
        };
    }

    private static readonly (TrackFlags Flag, string Code)[] FlagCodes =
    [
        (TrackFlags.DuplicateIdentity, "duplicate-identity"),
        (TrackFlags.Dark, "dark"),
        (TrackFlags.OffsetPosition, "offset-position"),
        (TrackFlags.SwappedIdentity, "swapped-identity"),
    ];

    private static List<string> CodesOf(TrackFlags flags) =>
        [.. FlagCodes.Where(known => (flags & known.Flag) != 0).Select(known => known.Code)];

    internal static string SourceCode(TrackKind kind) =>
        kind switch
        {
            TrackKind.RadarOnly => "radar-only",
            TrackKind.Fused => "fused",
            TrackKind.CameraOnly => "camera-only",
            TrackKind.OwnUnit => "own-unit",
            TrackKind.Ghost => "ghost",
            _ => "ais-only",
        };

    internal static double? Knots(double? speed) => speed is { } value ? Round(Speed.ToKnots(value), 1) : null;

    internal static double? Degrees(double? angle) =>
        angle is { } value ? Round(Angle.ToDegrees(value), 1) % 360 : null;

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
