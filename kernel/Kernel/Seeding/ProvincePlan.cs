using Fourfold.Contracts;

namespace Fourfold.Kernel.Seeding;

/// <summary>What is to be made, and what the parts before have made. The same seed, date and count make the same rows.</summary>
/// <param name="Seed">Of all chance.</param>
/// <param name="Cases">How many cases, 0 … <see cref="MostCases"/>.</param>
/// <param name="Until">The present of the made-up year, UTC.</param>
/// <param name="Report">Told how far a part is: its name, done, of how many.</param>
public sealed record ProvincePlan(int Seed, int Cases, DateTimeOffset Until, Action<string, int, int> Report)
{
    /// <summary>Governance centres: the province's, and as many below as there are.</summary>
    public const int Centres = 2_838;

    /// <summary>Grids.</summary>
    public const int Grids = 10_849;

    /// <summary>Grid workers.</summary>
    public const int Workers = 11_666;

    /// <summary>Political-legal commissioners of townships.</summary>
    public const int Commissioners = 217;

    /// <summary>Most cases one may ask for.</summary>
    public const int MostCases = 1_000_000;

    /// <summary>Path of the area whose grids are made, with their workers and cases; units are those of the whole province.</summary>
    public string Within { get; init; } = "46";

    private readonly Dictionary<string, GeoPoint> places = new(StringComparer.Ordinal);
    private readonly List<SeededGrid> grids = [];
    private readonly List<UnitSummary> centres = [];
    private readonly List<UnitSummary> departments = [];
    private readonly List<SeededWorker> workers = [];

    /// <summary>The grids, by village; laid down by the first part, drawn by Serve.</summary>
    public IReadOnlyList<SeededGrid> GridList => grids;

    /// <summary>The centres, the highest first.</summary>
    public IReadOnlyList<UnitSummary> CentreList => centres;

    /// <summary>Police stations and other departments of townships and counties.</summary>
    public IReadOnlyList<UnitSummary> DepartmentList => departments;

    /// <summary>The workers with their grids.</summary>
    public IReadOnlyList<SeededWorker> WorkerList => workers;

    /// <summary>Adds a grid.</summary>
    public void Add(SeededGrid grid) => grids.Add(grid);

    /// <summary>Says where a grid lies.</summary>
    public void Place(string grid, GeoPoint at) => places[grid] = at;

    /// <summary>Where a grid lies; null where none was drawn.</summary>
    public GeoPoint? PlaceOf(string grid) => places.TryGetValue(grid, out var at) ? at : null;

    /// <summary>Adds a centre.</summary>
    public void AddCentre(UnitSummary centre) => centres.Add(centre);

    /// <summary>Adds a unit of another department.</summary>
    public void AddDepartment(UnitSummary unit) => departments.Add(unit);

    /// <summary>Adds a worker.</summary>
    public void Add(SeededWorker worker) => workers.Add(worker);

    /// <summary>Chance of one part, which does not depend on how much of it another part used.</summary>
    public Random Chance(string part)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 2_166_136_261u;
        foreach (var letter in part)
            hash = (hash ^ letter) * 16_777_619;
        return new Random(unchecked((int)hash) ^ Seed);
    }

    /// <summary>A UUIDv7 of a time whose random part is ours.</summary>
    /// <remarks>RFC 9562, section 5.7.</remarks>
    public static Guid NewGuid(DateTimeOffset at, Random chance)
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
}

/// <summary>A made-up grid.</summary>
/// <param name="Code">15 digits.</param>
/// <param name="Number">From 1 within its village.</param>
/// <param name="Village">The village.</param>
public sealed record SeededGrid(string Code, int Number, Area Village);

/// <summary>A made-up worker of a grid.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">Their post.</param>
/// <param name="Name">Their name.</param>
/// <param name="Unit">Their unit.</param>
/// <param name="Grid">Code of their grid.</param>
/// <param name="Lead">Whether they lead the grids of their village.</param>
/// <param name="Deputy">Whether they stand in for another of the same grid.</param>
public sealed record SeededWorker(
    PersonId Person,
    PostId Post,
    string Name,
    UnitSummary Unit,
    string Grid,
    bool Lead,
    bool Deputy
);
