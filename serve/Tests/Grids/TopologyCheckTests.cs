using System.Text.Json;
using CsCheck;
using Fourfold.Geo;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Grids.Topology;
using Xunit;

namespace Fourfold.Serve.Tests.Grids;

public sealed class TopologyCheckTests
{
    // A hundredth of a degree: 1,112 m north, 1,049 m east at 19.3° N.
    private static readonly MultiPolygon Village = Box(110.00, 19.30, 110.02, 19.32);
    private static readonly ParentOutline Parent = new("460400100001", Village);
    private static readonly Plane Plane = Plane.Around(Village);

    [Fact]
    public void Four_quarters_tile_their_village()
    {
        var faults = TopologyCheck.OfAll(
            [
                Shape("1", 110.00, 19.30, 110.01, 19.31),
                Shape("2", 110.01, 19.30, 110.02, 19.31),
                Shape("3", 110.00, 19.31, 110.01, 19.32),
                Shape("4", 110.01, 19.31, 110.02, 19.32),
            ],
            Parent,
            Plane
        );
        Assert.Empty(faults);
    }

    [Fact]
    public void An_overlap_is_told_with_its_place_and_size()
    {
        var fault = Assert.Single(
            TopologyCheck.Of(
                Shape("1", 110.00, 19.30, 110.011, 19.31),
                [Shape("2", 110.01, 19.30, 110.02, 19.31)],
                Plane.ToShape(Village),
                "village",
                Plane
            )
        );
        Assert.Equal((TopologyCodes.Overlap, "1", "2"), (fault.Code, fault.Grid, fault.Other));
        Assert.InRange(fault.Place!.Value.Longitude, 110.01, 110.011);
        Assert.InRange(fault.Place!.Value.Latitude, 19.30, 19.31);
        // 105 m by 1,112 m.
        Assert.InRange(fault.SquareMetres, 115_000, 118_500);
        Assert.NotNull(fault.Geometry);
    }

    [Fact]
    public void What_leaves_the_village_is_told()
    {
        var fault = Assert.Single(
            TopologyCheck.Of(Shape("1", 110.00, 19.30, 110.01, 19.321), [], Plane.ToShape(Village), "village", Plane)
        );
        Assert.Equal((TopologyCodes.OutsideParent, "village"), (fault.Code, fault.Other));
        Assert.True(fault.Place!.Value.Latitude > 19.32);
    }

    [Fact]
    public void What_no_grid_has_is_a_gap()
    {
        var fault = Assert.Single(
            TopologyCheck.OfAll(
                [Shape("1", 110.00, 19.30, 110.01, 19.32), Shape("2", 110.011, 19.30, 110.02, 19.32)],
                Parent,
                Plane
            )
        );
        Assert.Equal(TopologyCodes.Gap, fault.Code);
        Assert.InRange(fault.Place!.Value.Longitude, 110.01, 110.011);
    }

    [Theory]
    [InlineData(0.000009, false)] // 1 m of latitude.
    [InlineData(0.000036, true)] // 4 m.
    public void A_sliver_within_the_tolerance_is_none(double degrees, bool isFault)
    {
        var faults = TopologyCheck.Of(
            Shape("1", 110.00, 19.30, 110.01, 19.31 + degrees),
            [Shape("2", 110.00, 19.31, 110.01, 19.32)],
            null,
            null,
            Plane
        );
        Assert.Equal(isFault, faults.Count > 0);
    }

    [Theory]
    [InlineData(1.9, true)]
    [InlineData(2.3, false)]
    public void A_bent_piece_is_as_wide_as_its_widest_place(double metres, bool isNarrow)
    {
        // An L of two arms of 800 m, and a knob of that width at its end.
        double[][] corners =
        [
            [0, 0],
            [800, 0],
            [800, 1],
            [1, 1],
            [1, 800],
            [1 - metres, 800],
            [1 - metres, 800 - metres],
            [0, 800 - metres],
            [0, 0],
        ];
        var piece = new NetTopologySuite.Geometries.GeometryFactory().CreatePolygon([
            .. corners.Select(c => new NetTopologySuite.Geometries.Coordinate(c[0], c[1])),
        ]);
        Assert.True(piece.IsValid);
        Assert.Equal(isNarrow, Width.IsBelow(TopologyCheck.ToleranceMetres, piece));
    }

    [Fact]
    public async Task A_comb_of_two_thousand_thin_teeth_is_no_work_for_minutes()
    {
        const int teeth = 2_000;
        var corners = new List<string>();
        for (var tooth = 0; tooth < teeth; tooth++)
        {
            corners.Add(At(tooth, 19.31));
            corners.Add(At(tooth + 0.5, 19.32));
        }
        corners.AddRange([At(teeth, 19.30), At(0, 19.30), corners[0]]);
        var comb = new GridShape("1", Plane.ToShape(Read($"[{string.Join(',', corners)}]")));
        var checking = Task.Run(() =>
            TopologyCheck.Of(
                comb,
                [Shape("2", 109.99, 19.305, 110.02, 19.315)],
                Plane.ToShape(Village),
                "village",
                Plane
            )
        );
        // The check that drew each piece smaller took more than five minutes.
        var fault = Assert.Single(
            await checking.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)
        );
        Assert.Equal(TopologyCodes.Overlap, fault.Code);

        static string At(double tooth, double latitude) =>
            FormattableString.Invariant($"[{110 + (tooth * 1e-6)},{latitude}]");
    }

    [Fact]
    public void A_bow_tie_crosses_itself_where_its_edges_meet()
    {
        var bow = Read("[[110.00,19.30],[110.01,19.31],[110.01,19.30],[110.00,19.31],[110.00,19.30]]");
        var fault = TopologyCheck.Itself(Plane.ToShape(bow), Plane)!;
        Assert.Equal(TopologyCodes.CrossesItself, fault.Code);
        Assert.Equal(110.005, fault.Place!.Value.Longitude, 5);
        Assert.Equal(19.305, fault.Place!.Value.Latitude, 5);
    }

    [Fact]
    public void Cutting_a_village_anywhere_leaves_neither_gap_nor_overlap() =>
        Gen.Select(Gen.Double[0.001, 0.019], Gen.Double[0.001, 0.019])
            .Sample(
                (x, y) =>
                {
                    var faults = TopologyCheck.OfAll(
                        [
                            Shape("1", 110.00, 19.30, 110.00 + x, 19.30 + y),
                            Shape("2", 110.00 + x, 19.30, 110.02, 19.30 + y),
                            Shape("3", 110.00, 19.30 + y, 110.02, 19.32),
                        ],
                        Parent,
                        Plane
                    );
                    Assert.Empty(faults);
                },
                iter: 200
            );

    private static GridShape Shape(string code, double west, double south, double east, double north) =>
        new(code, Plane.ToShape(Box(west, south, east, north)));

    private static MultiPolygon Box(double west, double south, double east, double north) =>
        Read(
            FormattableString.Invariant(
                $"[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]"
            )
        );

    private static MultiPolygon Read(string ring)
    {
        using var json = JsonDocument.Parse($$"""{"type":"Polygon","coordinates":[{{ring}}]}""");
        Assert.True(GeoJson.TryReadArea(json.RootElement, out var area, out _));
        return area!;
    }
}
