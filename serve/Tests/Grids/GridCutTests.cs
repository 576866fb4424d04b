using CsCheck;
using Fourfold.Serve.Grids.Topology;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.OverlayNG;
using Xunit;
using Place = NetTopologySuite.Geometries.Coordinate;

namespace Fourfold.Serve.Tests.Grids;

public sealed class GridCutTests
{
    private static readonly WKTReader Reader = new();

    /// <summary>Stars with 5 to 24 corners, up to a kilometre, some of them with deep bays.</summary>
    private static readonly Gen<Geometry> Shapes = Gen.Double[80, 1_000]
        .Array[5, 24]
        .Select(reaches =>
        {
            var corners = reaches
                .Select((reach, i) => (reach, angle: Math.Tau * i / reaches.Length))
                .Select(at => new Place(at.reach * Math.Cos(at.angle), at.reach * Math.Sin(at.angle)))
                .ToList();
            corners.Add(corners[0].Copy());
            return (Geometry)GeometryFactory.Default.CreatePolygon([.. corners]);
        });

    [Fact]
    public void A_long_grid_is_cut_across_in_the_middle()
    {
        var shape = Reader.Read("POLYGON((0 0, 400 0, 400 100, 0 100, 0 0))");
        var cut = Assert.Single(GridCut.Propose(shape, 2));
        Assert.All(cut.Coordinates, at => Assert.Equal(200, at.X, 3));
        var parts = Parts(shape, [cut]);
        Assert.All(parts, part => Assert.Equal(20_000, part.Area, 0));
    }

    [Fact]
    public void What_is_proposed_is_of_one_size_and_tiles_the_whole() =>
        Gen.Select(Shapes, Gen.Int[2, 5])
            .Sample(
                (shape, count) =>
                {
                    var parts = Parts(shape, GridCut.Propose(shape, count));
                    Assert.Equal(count, parts.Length);
                    Assert.All(parts, part => Assert.Equal(1.0 / count, part.Area / shape.Area, 3));
                    Assert.Equal(shape.Area, parts.Sum(part => part.Area), shape.Area * 1e-9);
                    var together = OverlayNGRobust.Union(parts);
                    Assert.Equal(0, together.SymmetricDifference(shape).Area, 1e-3);
                },
                iter: 200
            );

    [Fact]
    public void A_bent_line_cuts_and_one_that_ends_inside_does_not()
    {
        var shape = Reader.Read("POLYGON((0 0, 400 0, 400 100, 0 100, 0 0))");
        var parts = Parts(shape, [Line("LINESTRING(100 -10, 100 50, 300 50, 300 110)")]);
        // The first part lies to the left of the line.
        Assert.Equal([20_000.0, 20_000.0], parts.Select(p => Math.Round(p.Area)));
        Assert.True(parts[0].Contains(Reader.Read("POINT(10 10)")));
        Assert.Null(GridCut.Parts(shape, [Line("LINESTRING(200 -10, 200 50)")]));
        Assert.Null(GridCut.Parts(shape, [Line("LINESTRING(500 -10, 500 110)")]));
    }

    [Fact]
    public void Lines_that_cross_each_other_make_no_parts() =>
        Assert.Null(
            GridCut.Parts(
                Reader.Read("POLYGON((0 0, 400 0, 400 100, 0 100, 0 0))"),
                [Line("LINESTRING(100 -10, 300 110)"), Line("LINESTRING(300 -10, 100 110)")]
            )
        );

    [Fact]
    public void A_bay_and_an_island_stay_with_the_part_they_lie_by()
    {
        var shape = Reader.Read(
            "MULTIPOLYGON(((0 0, 400 0, 400 100, 300 100, 300 40, 100 40, 100 100, 0 100, 0 0)), ((420 0, 440 0, 440 20, 420 20, 420 0)))"
        );
        var parts = Parts(shape, [Line("LINESTRING(200 -10, 200 110)")]);
        Assert.Equal(2, parts[1].NumGeometries);
        Assert.Equal(shape.Area, parts.Sum(p => p.Area), 6);
    }

    [Fact]
    public void Two_with_a_crack_between_them_become_one_without_it()
    {
        var one = Reader.Read("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))");
        var other = Reader.Read("POLYGON((101 0, 200 0, 200 100, 101 100, 101 0))");
        Assert.True(GridUnion.AreNeighbours(one, other));
        var both = Assert.IsType<Polygon>(GridUnion.Of(one, other));
        Assert.Equal(20_000, both.Area, 0);
        var corner = Reader.Read("POLYGON((100 100, 200 100, 200 200, 100 200, 100 100))");
        Assert.False(GridUnion.AreNeighbours(one, corner));
        Assert.False(GridUnion.AreNeighbours(one, Reader.Read("POLYGON((150 0, 200 0, 200 100, 150 100, 150 0))")));
    }

    private static LineString Line(string text) => (LineString)Reader.Read(text);

    private static Geometry[] Parts(Geometry shape, LineString[] cuts)
    {
        var parts = GridCut.Parts(shape, cuts);
        Assert.NotNull(parts);
        return parts;
    }
}
