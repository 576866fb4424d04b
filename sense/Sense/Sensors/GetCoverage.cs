using System.Collections.Concurrent;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Identity;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Picture;
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
    /// <param name="Outline">Edge of what it sees of a small boat: [longitude, latitude] in degrees, closed.</param>
    /// <param name="Clutter">Middles of 300 m cells with more than twice the false plots it says of itself, the worst first: [longitude, latitude, false plots a km² and turn].</param>
    internal sealed record View(
        SensorId Sensor,
        string Name,
        IReadOnlyList<double[]> Outline,
        IReadOnlyList<double[]> Clutter
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sensors/coverage", Handle)
            .WithName("GetCoverage")
            .WithTags("Sensors")
            .Needs(Permission.PictureRead);

    private static Ok<IReadOnlyList<View>> Handle(SensorBook book, CoverageCache cache, Cell cell) =>
        TypedResults.Ok<IReadOnlyList<View>>([
            .. book.All.Select(entry => new View(
                entry.Row.Id,
                entry.Row.Name,
                [.. Coverage.Outline(entry.Position, cache.RangesOf(entry)).Select(Pair)],
                [
                    .. cell.ClutterOf(entry.Row.Number, MostCells)
                        .Select(c => new[] { Pair(c.Place)[0], Pair(c.Place)[1], Math.Round(c.Rate, 4) }),
                ]
            )),
        ]);

    private static double[] Pair(Position at) =>
        [Math.Round(at.LongitudeDegrees, Decimals), Math.Round(at.LatitudeDegrees, Decimals)];
}

/// <summary>Coverage takes a tenth of a second to reckon, and changes only with the sensor.</summary>
internal sealed class CoverageCache(Sea sea)
{
    private readonly ConcurrentDictionary<(SensorId, int), Known> known = new();

    public double[] RangesOf(SensorEntry entry) => Of(entry).Ranges;

    /// <summary>Where the tracker is to expect nothing of it; the same list as long as the sensor does not change.</summary>
    public IReadOnlyList<RadarShadow> ShadowsOf(SensorEntry entry) => Of(entry).Shadows;

    private Known Of(SensorEntry entry)
    {
        if (known.Count > ListSensors.Most)
            known.Clear();
        return known.GetOrAdd(
            (entry.Row.Id, entry.Row.Revision),
            _ =>
            {
                var ranges = Coverage.Ranges(entry.Position, entry.Row.Model, sea.IsLand);
                return new Known(ranges, Coverage.Shadows(ranges, entry.Row.Model));
            }
        );
    }

    private sealed record Known(double[] Ranges, IReadOnlyList<RadarShadow> Shadows);
}
