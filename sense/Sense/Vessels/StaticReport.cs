namespace Fourfold.Sense.Vessels;

/// <summary>What a vessel said of itself in one message; null is what it did not say.</summary>
internal readonly record struct StaticReport
{
    public required StaticSource Source { get; init; }
    public int Mmsi { get; init; }
    public DateTimeOffset At { get; init; }
    public bool Simulated { get; init; }
    public string? Name { get; init; }
    public string? CallSign { get; init; }

    /// <summary>Seven digits.</summary>
    public int? Imo { get; init; }

    /// <summary>Ship and cargo type, 1–99; ITU-R M.1371-5, Annex 8, Table 53.</summary>
    public int? ShipType { get; init; }
    public HullSize? Size { get; init; }
    public string? Destination { get; init; }
    public VoyageEta? Eta { get; init; }

    /// <summary>0.1 … 25.5.</summary>
    public double? DraughtMetres { get; init; }
}

/// <summary>Which kind of message it came in.</summary>
internal enum StaticSource : byte
{
    None,

    /// <summary>Message 5: the whole voyage, so what it leaves out is unknown now.</summary>
    Voyage,

    /// <summary>Messages 19 and 24: parts.</summary>
    ClassB,

    /// <summary>Message 21.</summary>
    Aid,
}

/// <summary>Size of a hull as reported, metres.</summary>
/// <param name="LengthMetres">1–1022.</param>
/// <param name="BeamMetres">0–126; 0 when not given.</param>
internal readonly record struct HullSize(int LengthMetres, int BeamMetres);

/// <summary>When the ship expects to arrive, UTC, without a year; a null part was not given.</summary>
internal readonly record struct VoyageEta(int? Month, int? Day, int? Hour, int? Minute);
