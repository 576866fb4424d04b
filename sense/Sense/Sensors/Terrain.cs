using System.IO.Compression;
using Fourfold.Geo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Fourfold.Sense.Sensors;

/// <summary>Heights of the land from the tiles that the operator put into <c>data/terrain</c>; safe to use from anywhere.</summary>
/// <remarks>
/// Tiles are <c>N19E110.hgt</c> of 3″ or 1″, plain or as <c>.hgt.gz</c>; each is read when it is first asked for. One that
/// cannot be read is told in the log, once, and counts as missing. New ones are seen after a restart.
/// </remarks>
internal sealed partial class Terrain(IConfiguration configuration, ILogger<Terrain> log)
{
    /// <summary>Tiles kept at once, 25 MB each at 1″; all are forgotten when there would be more.</summary>
    public const int Most = 12;

    private readonly Lock gate = new();
    private readonly Dictionary<string, ElevationTile?> tiles = new(StringComparer.Ordinal);

    /// <summary>Its full path; made by whoever puts tiles there.</summary>
    public string Root { get; } = Path.GetFullPath(Path.Combine(configuration["Fourfold:Data"] ?? "data", "terrain"));

    /// <summary>Height of the ground above the sea, metres; NaN when no tile tells.</summary>
    public double HeightAt(Position place)
    {
        ElevationTile? tile;
        var name = ElevationTile.NameOf(place);
        lock (gate)
        {
            if (!tiles.TryGetValue(name, out tile))
            {
                if (tiles.Values.Count(t => t is not null) >= Most)
                    tiles.Clear();
                tiles[name] = tile = Read(name);
            }
        }
        return tile?.HeightAt(place) ?? double.NaN;
    }

    private ElevationTile? Read(string name)
    {
        foreach (var path in new[] { Path.Combine(Root, $"{name}.hgt"), Path.Combine(Root, $"{name}.hgt.gz") })
        {
            if (!File.Exists(path))
                continue;
            try
            {
                if (ElevationTile.TryRead(name, Bytes(path), out var tile))
                    return tile;
                NotATile(log, path);
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                Unreadable(log, path, fault);
            }
        }
        return null;
    }

    // Never more than the larger size and one byte, whatever a packed file says.
    private static ReadOnlyMemory<byte> Bytes(string path)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        var bytes = new byte[ElevationTile.BytesOf(3_601) + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length == bytes.Length ? bytes : bytes.AsSpan(0, length).ToArray();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Path} is no elevation tile: it is neither 1201 x 1201 nor 3601 x 3601 samples of two bytes; not used"
    )]
    private static partial void NotATile(ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} could not be read; not used")]
    private static partial void Unreadable(ILogger log, string path, Exception fault);
}
