namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 21; units and ranges as in <see cref="AidToNavigationReport"/>.</summary>
public readonly record struct AidToNavigationReportFields() : IAisFields
{
    private const int NameCharacters = 20;
    private const int ExtensionCharacters = 14;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Type of aid, 1–31.</summary>
    public int? AidType { get; init; }

    /// <summary>Name, at most 34 characters; the rest is cut.</summary>
    public string? Name { get; init; }

    /// <summary>The position is better than 10 m.</summary>
    public bool IsAccurate { get; init; }

    /// <summary>Position.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>Size.</summary>
    public AisDimensions? Dimensions { get; init; }

    /// <summary>What determines the position.</summary>
    public PositionFixType FixType { get; init; } = PositionFixType.Surveyed;

    /// <summary>Second of the position.</summary>
    public AisTimestamp? Timestamp { get; init; }

    /// <summary>Off its station.</summary>
    public bool IsOffPosition { get; init; }

    /// <summary>Eight bits of status.</summary>
    public int StatusBits { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>There is no real aid at the position.</summary>
    public bool IsVirtual { get; init; }

    /// <summary>In assigned mode.</summary>
    public bool IsAssigned { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(21, Repeat, Mmsi);
        writer.UInt(5, (uint)(AidType ?? 0));
        writer.Text(NameCharacters, Name);
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.Dimensions(Dimensions);
        writer.UInt(4, (uint)FixType);
        writer.Timestamp(Timestamp);
        writer.Flag(IsOffPosition);
        writer.UInt(8, (uint)StatusBits);
        writer.Flag(IsRaim);
        writer.Flag(IsVirtual);
        writer.Flag(IsAssigned);
        writer.UInt(1, 0);
        if (Name is { Length: > NameCharacters } name)
        {
            var extension = name[NameCharacters..Math.Min(name.Length, NameCharacters + ExtensionCharacters)];
            writer.Text(extension.Length, extension);
            writer.UInt((8 - writer.Length % 8) % 8, 0);
        }
    }
}
