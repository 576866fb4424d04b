namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Category 240: the echoes of one azimuth. The cells are read one by one, when asked for.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-240, edition 1.3. Lives as long as the record.</remarks>
public readonly ref struct VideoRadial
{
    private const double SpeedOfLight = 299_792_458;

    private readonly ReadOnlySpan<byte> _cells;

    private VideoRadial(AsterixRecord record, AsterixValue header, bool isFemto, ReadOnlySpan<byte> cells)
    {
        StartAzimuthDegrees = header.Number("STARTAZ").GetValueOrDefault();
        EndAzimuthDegrees = header.Number("ENDAZ").GetValueOrDefault();
        FirstCell = header.Raw("STARTRG").GetValueOrDefault();
        CellSeconds = header.Raw("CELLDUR").GetValueOrDefault() * (isFemto ? 1e-15 : 1e-9);
        TimeOfDaySeconds = record.Number("140");
        Sequence = record.Raw("020");
        IsCompressed = record.Raw("048", "C") == 1;
        BitsPerCell = record.Raw("048", "RES") is >= 1 and <= 6 and var code ? 1 << (int)(code - 1) : 0;
        _cells = cells;
        var room = BitsPerCell == 0 || IsCompressed ? 0 : cells.Length * 8L / BitsPerCell;
        Count = (int)Math.Min(room, record.Raw("049", "NBCELLS") ?? room);
    }

    /// <summary>Azimuth at which the group of cells begins, degrees from north, 0–359.99.</summary>
    public double StartAzimuthDegrees { get; }

    /// <summary>Azimuth at which the group of cells ends, degrees from north, 0–359.99.</summary>
    public double EndAzimuthDegrees { get; }

    /// <summary>Range of the first cell, counted in cells.</summary>
    public long FirstCell { get; }

    /// <summary>Duration of a cell, seconds.</summary>
    public double CellSeconds { get; }

    /// <summary>Seconds since midnight UTC; null when not sent.</summary>
    public double? TimeOfDaySeconds { get; }

    /// <summary>Number of the message, to notice lost ones; null when not sent.</summary>
    public long? Sequence { get; }

    /// <summary>True when the cells are compressed by an agreed method: only <see cref="Octets"/> can be read.</summary>
    public bool IsCompressed { get; }

    /// <summary>Bits of a cell: 1, 2, 4, 8, 16 or 32; 0 when the resolution is unknown.</summary>
    public int BitsPerCell { get; }

    /// <summary>Cells that can be read; 0 when they are compressed or of unknown resolution.</summary>
    public int Count { get; }

    /// <summary>The octets of the cells.</summary>
    public ReadOnlySpan<byte> Octets => _cells;

    /// <summary>Strength of the echo in a cell, 0 to 2^<see cref="BitsPerCell"/> − 1, linear or not as the radar has it.</summary>
    /// <param name="index">From 0, the nearest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public uint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return (uint)
                FieldBits.Read(_cells[(int)((long)index * BitsPerCell / 8)..], index * BitsPerCell % 8, BitsPerCell);
        }
    }

    /// <summary>Distance of a cell's middle from the radar, metres: half the way of light in (first cell + index + ½) durations.</summary>
    /// <remarks>The standard's formula gives the beginning of a cell; half a cell is added.</remarks>
    public double RangeMetres(int index) => (FirstCell + index + 0.5) * CellSeconds * SpeedOfLight / 2;

    /// <summary>Reads a video message of category 240.</summary>
    /// <returns>False for another category, a summary, or a message without header or cells.</returns>
    public static bool TryRead(in AsterixRecord record, out VideoRadial radial)
    {
        radial = default;
        if (record.Category.Number != 240)
        {
            return false;
        }
        var isFemto = record.TryGet("041", out var header);
        if (!isFemto && !record.TryGet("040", out header))
        {
            return false;
        }
        if (
            !record.TryGet("050", out var cells)
            && !record.TryGet("051", out cells)
            && !record.TryGet("052", out cells)
        )
        {
            return false;
        }
        radial = new VideoRadial(record, header, isFemto, cells.Bytes[1..]);
        return true;
    }
}
