using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds;
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

    internal sealed record FeedAge(FeedId Id, string Name, double AgeSeconds);

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
            return TypedResults.Ok(
                new TrackView(VesselView.Of(picture, slot, now))
                {
                    Voyage = new VoyageView(vessel?.Destination, vessel?.EtaUtc(now), vessel?.DraughtMetres),
                    Dimensions = new DimensionsView(vessel?.LengthMetres, vessel?.BeamMetres),
                    Feeds = FeedsOf(contributions, feeds, now),
                    FirstSeenAt = picture[slot].State.FirstObservedAt,
                    Trail = [.. trail.Where(point => now - point.At <= TrailLength).Select(ViewOf)],
                }
            );
        }
    }

    private static List<FeedAge> FeedsOf(Tracking.Contributions contributions, FeedBook feeds, DateTimeOffset now)
    {
        var ages = new List<FeedAge>();
        for (var i = 0; i < contributions.Count; i++)
        {
            var number = contributions[i].FeedNumber;
            var age = Math.Max(0, Math.Round((now - contributions[i].ObservedAt).TotalSeconds, 1));
            if (feeds.IdOf(number) is { } id)
                ages.Add(new FeedAge(id, feeds.NameOf(number) ?? "", age));
        }
        return ages;
    }

    private static TrailView ViewOf(Tracking.TrailPoint point) =>
        new(
            point.At,
            new GeoPoint(Math.Round(point.Position.LatitudeDegrees, 6), Math.Round(point.Position.LongitudeDegrees, 6)),
            VesselView.Knots(point.Speed),
            VesselView.Degrees(point.Course)
        );
}
