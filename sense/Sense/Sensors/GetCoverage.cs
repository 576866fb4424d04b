using System.Collections.Concurrent;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Identity;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Picture;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Sensors;

/// <summary>What every radar in use sees, for the map, and where each has learned to expect clutter.</summary>
internal static class GetCoverage
{
    private const int MostCells = 500;
    private const int Decimals = 5;

    /// <summary>What one radar sees.</summary>
    /// <param name="Sensor">The radar.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Outline">Outer edge of what it sees of a small boat: [longitude, latitude] in degrees, closed.</param>
    /// <param name="Hidden">Outlines of water within that edge which the land hides, each closed.</param>
    /// <param name="KnownLand">Share of the land in its reach whose height is known, 0–1; land without one counts as a wall.</param>
    /// <param name="Clutter">Middles of 300 m cells with more than twice the false plots it says of itself, and more than one, the worst first: [longitude, latitude, false plots a km² and turn].</param>
    internal sealed record View(
        SensorId Sensor,
        string Name,
        IReadOnlyList<double[]> Outline,
        IReadOnlyList<IReadOnlyList<double[]>> Hidden,
        double KnownLand,
        IReadOnlyList<double[]> Clutter
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sensors/coverage", Handle)
            .WithName("GetCoverage")
            .WithTags("Sensors")
            .Needs(Permission.PictureRead);

    private static Ok<IReadOnlyList<View>> Handle(SensorBook book, CoverageCache cache, Cell cell) =>
        TypedResults.Ok<IReadOnlyList<View>>([
            .. book.All.Select(entry => ViewOf(entry, cache.Of(entry), cell.ClutterOf(entry.Row.Number, MostCells))),
        ]);

    private static View ViewOf(SensorEntry entry, Coverage coverage, IEnumerable<ClutterCell> clutter) =>
        new(
            entry.Row.Id,
            entry.Row.Name,
            [.. coverage.Outline().Select(Pair)],
            [.. coverage.HiddenOutlines().Select(hidden => hidden.Select(Pair).ToArray())],
            Math.Round(coverage.KnownLand, 3),
            [.. clutter.Select(c => new[] { Pair(c.Place)[0], Pair(c.Place)[1], Math.Round(c.Rate, 4) })]
        );

    private static double[] Pair(Position at) =>
        [Math.Round(at.LongitudeDegrees, Decimals), Math.Round(at.LatitudeDegrees, Decimals)];
}

/// <summary>Coverage takes a tenth of a second to reckon, and changes only with the sensor.</summary>
internal sealed class CoverageCache(Sea sea, Terrain terrain)
{
    private readonly ConcurrentDictionary<(SensorId, int), Known> known = new();

    public Coverage Of(SensorEntry entry) => KnownOf(entry).Coverage;

    /// <summary>Where the tracker is to expect nothing of it; the same list as long as the sensor does not change.</summary>
    public IReadOnlyList<RadarShadow> ShadowsOf(SensorEntry entry) => KnownOf(entry).Shadows;

    private Known KnownOf(SensorEntry entry)
    {
        if (known.Count > ListSensors.Most)
            known.Clear();
        return known.GetOrAdd(
            (entry.Row.Id, entry.Row.Revision),
            _ =>
            {
                var coverage = Coverage.Of(entry.Position, entry.Row.Model, sea.IsLand, terrain.HeightAt);
                return new Known(coverage, coverage.Shadows(entry.Row.Model));
            }
        );
    }

    private sealed record Known(Coverage Coverage, IReadOnlyList<RadarShadow> Shadows);
}
