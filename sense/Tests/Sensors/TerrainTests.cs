using System.IO.Compression;
using Fourfold.Geo;
using Fourfold.Sense.Sensors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

public sealed class TerrainTests : IDisposable
{
    private static readonly Position Haikou = Position.FromDegrees(latitude: 19.9, longitude: 110.3);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory();
    private readonly Told log = new();

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public void Tiles_are_read_plain_and_packed_and_what_is_not_there_is_not_known()
    {
        var terrain = Terrain();
        Directory.CreateDirectory(terrain.Root);
        File.WriteAllBytes(Path.Combine(terrain.Root, "N19E110.hgt"), Flat(5));
        using (
            var packed = new GZipStream(
                File.Create(Path.Combine(terrain.Root, "N18E109.hgt.gz")),
                CompressionLevel.Fastest
            )
        )
            packed.Write(Flat(3));
        Assert.Equal(0x0505, terrain.HeightAt(Haikou));
        Assert.Equal(0x0303, terrain.HeightAt(Position.FromDegrees(latitude: 18.3, longitude: 109.4)));
        Assert.True(double.IsNaN(terrain.HeightAt(Position.FromDegrees(latitude: 21.3, longitude: 109.4))));
        Assert.Empty(log.Messages);
    }

    [Fact]
    public void What_is_no_tile_is_told_once_and_counts_as_missing()
    {
        var terrain = Terrain();
        Directory.CreateDirectory(terrain.Root);
        File.WriteAllText(Path.Combine(terrain.Root, "N19E110.hgt"), "heights");
        File.WriteAllText(Path.Combine(terrain.Root, "N18E109.hgt.gz"), "not packed");
        for (var i = 0; i < 3; i++)
        {
            Assert.True(double.IsNaN(terrain.HeightAt(Haikou)));
            Assert.True(double.IsNaN(terrain.HeightAt(Position.FromDegrees(latitude: 18.3, longitude: 109.4))));
        }
        Assert.Equal(2, log.Messages.Count);
        Assert.Contains(log.Messages, message => message.Contains("N19E110.hgt", StringComparison.Ordinal));
    }

    private static byte[] Flat(byte value)
    {
        var bytes = new byte[ElevationTile.BytesOf(1_201)];
        Array.Fill(bytes, value);
        return bytes;
    }

    private Terrain Terrain() =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Fourfold:Data", data.FullName)]).Build(), log);

    private sealed class Told : ILogger<Terrain>
    {
        public List<string> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Messages.Add(formatter(state, exception));
    }
}
