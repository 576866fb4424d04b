using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Areas;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;

namespace Fourfold.Benchmarks.Cases;

/// <summary>A province at full size: its areas are real, its centres, stations, grids, workers and everything else are made up.</summary>
internal sealed class Province
{
    public const int Centres = 2_838;
    public const int Grids = 10_849;
    public const int Workers = 11_666;

    /// <summary>A prefecture of islets, where next to nothing happens: the hardest place for a list to find fifty rows.</summary>
    public const string Sparse = "4603";

    private readonly double[] weights;

    public Province(Random chance)
    {
        var areas = new AreaDirectory();
        Area[] all = [.. Below(areas, areas.Root)];
        Villages = [.. all.Where(a => a.Level == 12).Select(a => a.Path).Order(StringComparer.Ordinal)];
        Townships = [.. all.Where(a => a.Level == 9).Select(a => a.Path).Order(StringComparer.Ordinal)];
        Counties = [.. all.Where(a => a.Level == 6).Select(a => a.Path).Order(StringComparer.Ordinal)];
        CentreUnits =
        [
            .. all.Take(Centres).Select(a => Unit(chance, $"centre of {a.Name}", "governance-centre", a.Path)),
        ];
        Stations = [.. Townships.Select((path, n) => Unit(chance, $"station {n}", "police", path))];
        GridPaths = [.. Spread(Villages, Grids)];
        weights = Weights(GridPaths, chance);
    }

    public string[] Villages { get; }
    public string[] Townships { get; }
    public string[] Counties { get; }

    /// <summary>Paths of 15 digits.</summary>
    public string[] GridPaths { get; }
    public Unit[] CentreUnits { get; }
    public Unit[] Stations { get; }

    /// <summary>A place where something happens: some grids have ten times the cases of others, islets next to none.</summary>
    public string SomeGrid(Random chance)
    {
        var at = Array.BinarySearch(weights, chance.NextDouble() * weights[^1]);
        return GridPaths[Math.Min(at < 0 ? ~at : at, GridPaths.Length - 1)];
    }

    /// <summary>The station of a grid's township, or any.</summary>
    public Unit StationOf(string grid, Random chance)
    {
        var at = Array.BinarySearch(Townships, grid[..9], StringComparer.Ordinal);
        return Stations[at >= 0 ? at : chance.Next(Stations.Length)];
    }

    /// <summary>The people who walk the grids, with their posts.</summary>
    public IEnumerable<(Person Person, Post Post)> People(Random chance, DateTimeOffset since)
    {
        for (var n = 0; n < Workers; n++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"worker{n:00000}");
            var person = new Person
            {
                Id = PersonId.From(V7(since, chance)),
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                DisplayName = $"worker {n}",
                CreatedAt = since,
            };
            var post = new Post
            {
                Id = PostId.From(V7(since, chance)),
                Person = person.Id,
                Unit = CentreUnits[n % CentreUnits.Length].Id,
                Role = Roles.GridWorker,
                From = since,
            };
            yield return (person, post);
        }
    }

    /// <summary>A UUIDv7 whose random part is ours, so that the same seed makes the same rows.</summary>
    public static Guid V7(DateTimeOffset at, Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
            bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static IEnumerable<Area> Below(AreaDirectory areas, Area root)
    {
        var queue = new Queue<Area>([root]);
        while (queue.TryDequeue(out var area))
        {
            yield return area;
            foreach (var child in areas.ChildrenOf(area.Code).OrderBy(a => a.Code, StringComparer.Ordinal))
                queue.Enqueue(child);
        }
    }

    private static IEnumerable<string> Spread(string[] villages, int grids)
    {
        for (var n = 0; n < grids; n++)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{villages[n % villages.Length]}{1 + (n / villages.Length):000}"
            );
    }

    private static double[] Weights(string[] grids, Random chance)
    {
        var (sum, of) = (0.0, new double[grids.Length]);
        for (var n = 0; n < grids.Length; n++)
        {
            var weight = 0.1 + (0.9 * chance.NextDouble() * chance.NextDouble());
            sum += grids[n].StartsWith(Sparse, StringComparison.Ordinal) ? weight / 1_000 : weight;
            of[n] = sum;
        }
        return of;
    }

    private static Unit Unit(Random chance, string name, string department, string path) =>
        new()
        {
            Id = UnitId.From(V7(DateTimeOffset.UnixEpoch, chance)),
            Name = name,
            Department = department,
            AreaCode = path,
            AreaPath = path,
            Parent = null,
            JurisdictionAreas = [path],
            JurisdictionGeometry = null,
            Latitude = null,
            Longitude = null,
            Synthetic = true,
        };
}
