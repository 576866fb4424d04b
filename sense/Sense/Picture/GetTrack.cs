using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Sensors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Picture;

/// <summary>A live track's dossier: the vessel, its voyage, what it rests on, and the last 20 minutes.</summary>
internal static class GetTrack
{
    private static readonly TimeSpan TrailLength = TimeSpan.FromMinutes(20);

    internal sealed record VoyageView(string? Destination, DateTimeOffset? EtaUtc, double? DraughtMetres);

    internal sealed record DimensionsView(int? LengthMetres, int? BeamMetres);

    /// <summary>The newest word of one source.</summary>
    /// <param name="Id">The feed that brought it.</param>
    /// <param name="Name">The feed's name.</param>
    /// <param name="AgeSeconds">How long ago it was measured.</param>
    /// <param name="Kind">What measured: <c>ais</c>, <c>radar</c>, <c>camera</c> or <c>own-unit</c>.</param>
    /// <param name="SensorId">The radar, when it is known.</param>
    /// <param name="SensorName">Its name.</param>
    internal sealed record FeedAge(
        FeedId Id,
        string Name,
        double AgeSeconds,
        [property: OneOf("ais", "radar", "camera", "own-unit")] string Kind,
        SensorId? SensorId,
        string? SensorName
    );

    /// <summary>Where it is with 95 % probability by the tracker's own reckoning: an ellipse around its position.</summary>
    /// <param name="MajorMetres">Half of the longer axis.</param>
    /// <param name="MinorMetres">Half of the shorter axis.</param>
    /// <param name="MajorDegrees">Direction of the longer axis from true north, 0–180.</param>
    internal sealed record DoubtView(double MajorMetres, double MinorMetres, double MajorDegrees);

    internal sealed record TrailView(DateTimeOffset At, GeoPoint Position, double? SpeedKnots, double? CourseDegrees);

    internal sealed record TrackView : VesselView
    {
        [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
        internal TrackView(VesselView vessel)
            : base(vessel) { }

        [JsonRequired]
        public VoyageView Voyage { get; init; } = new(null, null, null);

        [JsonRequired]
        public DimensionsView Dimensions { get; init; } = new(null, null);

        [JsonRequired]
        public IReadOnlyList<FeedAge> Feeds { get; init; } = [];

        [JsonRequired]
        public DoubtView Doubt { get; init; } = new(0, 0, 0);

        /// <summary>Probability that there is such a thing at all, 0–1.</summary>
        [JsonRequired]
        public double Existence { get; init; }

        /// <summary>Probability that the MMSI is its own, 0–1; 0 without one.</summary>
        [JsonRequired]
        public double IdentityProbability { get; init; }

        [JsonRequired]
        public DateTimeOffset FirstSeenAt { get; init; }

        [JsonRequired]
        public IReadOnlyList<TrailView> Trail { get; init; } = [];
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/tracks/{trackId:guid}", Handle)
            .WithName("GetTrack")
            .WithTags("Vessels")
            .Needs(Permission.PictureRead);

    private static Ok<TrackView> Handle(
        Guid trackId,
        LivePicture picture,
        Cell cell,
        FeedBook feeds,
        SensorBook sensors,
        TimeProvider clock
    )
    {
        var now = clock.GetUtcNow();
        var trail = cell.TrailOf(trackId);
        var contributions = cell.ContributionsOf(trackId);
        lock (picture.Gate)
        {
            var slot = picture.SlotOf(trackId);
            if (slot < 0)
                throw Refused.NotFound("track.unknown");
            var vessel = picture.VesselOf(slot);
            // What radar measured stands where nobody says how long it is.
            var length = vessel?.LengthMetres ?? (int?)picture[slot].State.LengthMetres;
            return TypedResults.Ok(
                new TrackView(VesselView.Of(picture, slot, now))
                {
                    Voyage = new VoyageView(vessel?.Destination, vessel?.EtaUtc(now), vessel?.DraughtMetres),
                    Dimensions = new DimensionsView(length, vessel?.BeamMetres),
                    Feeds = FeedsOf(contributions, feeds, sensors, now),
                    Doubt = DoubtOf(picture[slot].State.Covariance),
                    Existence = Math.Round(picture[slot].State.Existence, 4),
                    IdentityProbability = Math.Round(picture[slot].State.IdentityProbability, 4),
                    FirstSeenAt = picture[slot].State.FirstObservedAt,
                    Trail = [.. trail.Where(point => now - point.At <= TrailLength).Select(ViewOf)],
                }
            );
        }
    }

    // Of a Gaussian on a plane 95 % lies within so many standard deviations: √(−2·ln 0.05).
    private const double Deviations95 = 2.4477;

    private static DoubtView DoubtOf(Tracking.Covariance doubt)
    {
        var (major, minor, direction) = doubt.Ellipse(Deviations95);
        return new DoubtView(
            Math.Round(major, 1),
            Math.Round(minor, 1),
            Math.Round(Angle.ToDegrees(direction), 1) % 180
        );
    }

    private static List<FeedAge> FeedsOf(
        Tracking.Contributions contributions,
        FeedBook feeds,
        SensorBook sensors,
        DateTimeOffset now
    )
    {
        var ages = new List<FeedAge>();
        for (var i = 0; i < contributions.Count; i++)
        {
            var word = contributions[i];
            var sensor = sensors.Find(word.SensorNumber)?.Row;
            var number = word.FeedNumber;
            var age = Math.Max(0, Math.Round((now - contributions[i].ObservedAt).TotalSeconds, 1));
            if (feeds.IdOf(number) is { } id)
                ages.Add(new FeedAge(id, feeds.NameOf(number) ?? "", age, KindOf(word.Kind), sensor?.Id, sensor?.Name));
        }
        return ages;
    }

    private static string KindOf(Tracking.ObservationKind kind) =>
        kind switch
        {
            Tracking.ObservationKind.RadarPlot or Tracking.ObservationKind.RadarTrack => "radar",
            Tracking.ObservationKind.CameraBearing => "camera",
            Tracking.ObservationKind.OwnUnit => "own-unit",
            _ => "ais",
        };

    private static TrailView ViewOf(Tracking.TrailPoint point) =>
        new(
            point.At,
            new GeoPoint(Math.Round(point.Position.LatitudeDegrees, 6), Math.Round(point.Position.LongitudeDegrees, 6)),
            VesselView.Knots(point.Speed),
            VesselView.Degrees(point.Course)
        );
}
