using System.Buffers.Binary;
using Fourfold.Geo;
using Xunit;

namespace Fourfold.Kernel.Tests.Geo;

public sealed class ElevationTileTests
{
    [Theory]
    [InlineData(19.2, 110.7, "N19E110")]
    [InlineData(-0.1, -0.1, "S01W001")]
    [InlineData(0, 0, "N00E000")]
    [InlineData(-33.9, 151.2, "S34E151")]
    public void A_tile_is_named_after_its_south_western_corner(double latitude, double longitude, string name) =>
        Assert.Equal(name, ElevationTile.NameOf(Position.FromDegrees(latitude, longitude)));

    [Fact]
    public void Heights_lie_between_the_samples_around_a_place()
    {
        // A plane: 1 m a row to the south, 2 m a column to the east.
        var tile = Tile((row, column) => (short)(row + 2 * column));
        Assert.Equal((19, 110, 1_201), (tile.South, tile.West, tile.Side));
        Assert.Equal(0, tile.HeightAt(Position.FromDegrees(20, 110)), 6);
        Assert.Equal(1_200, tile.HeightAt(Position.FromDegrees(19, 110)), 6);
        Assert.Equal(3_600, tile.HeightAt(Position.FromDegrees(19, 111)), 6);
        Assert.Equal(
            600 + 1_200 + 0.75,
            tile.HeightAt(Position.FromDegrees(19.5 - 0.25 / 1_200, 110.5 + 0.25 / 1_200)),
            6
        );
    }

    [Fact]
    public void Outside_and_beside_a_void_nothing_is_known()
    {
        var tile = Tile((row, column) => row == 600 && column == 600 ? short.MinValue : (short)7);
        Assert.Equal(7, tile.HeightAt(Position.FromDegrees(19.4, 110.5)));
        Assert.True(double.IsNaN(tile.HeightAt(Position.FromDegrees(19.5001, 110.5001))));
        Assert.True(double.IsNaN(tile.HeightAt(Position.FromDegrees(20.0001, 110.5))));
        Assert.True(double.IsNaN(tile.HeightAt(Position.FromDegrees(double.NaN, 110.5))));
    }

    [Theory]
    [InlineData("N19E110", 2_884_801)]
    [InlineData("N19E110", 0)]
    [InlineData("N19E11", 2_884_802)]
    [InlineData("X19E110", 2_884_802)]
    [InlineData("N-9E110", 2_884_802)]
    [InlineData("N90E110", 2_884_802)]
    [InlineData("N19E180", 2_884_802)]
    public void What_is_no_tile_is_refused(string name, int length) =>
        Assert.False(ElevationTile.TryRead(name, new byte[length], out _));

    private static ElevationTile Tile(Func<int, int, short> height)
    {
        var bytes = new byte[ElevationTile.BytesOf(1_201)];
        for (var row = 0; row < 1_201; row++)
        for (var column = 0; column < 1_201; column++)
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan((row * 1_201 + column) * 2), height(row, column));
        Assert.True(ElevationTile.TryRead("N19E110", bytes, out var tile));
        return tile;
    }
}
