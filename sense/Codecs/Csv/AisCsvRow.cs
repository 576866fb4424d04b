using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Navigation;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Csv;

/// <summary>One report of a table. A cell that is empty, "Unknown" or means "not available" is null. Lives only during the sink's call.</summary>
public readonly ref struct AisCsvRow
{
    private const int SpeedUnavailable = 1023;
    private const int TurnOfCourse = 4096;

    private readonly CsvCells _cells;
    private readonly ReadOnlySpan<sbyte> _columns;

    internal AisCsvRow(CsvCells cells, ReadOnlySpan<sbyte> columns, long line, long offset, int length)
    {
        _cells = cells;
        _columns = columns;
        Line = line;
        Offset = offset;
        Length = length;
    }

    /// <summary>Line of the file, from 1, the header included.</summary>
    public long Line { get; }

    /// <summary>Byte offset of the line in the file, from 0.</summary>
    public long Offset { get; }

    /// <summary>Bytes of the line without its end.</summary>
    public int Length { get; }

    /// <summary>The line without its end.</summary>
    internal ReadOnlySpan<byte> Bytes => _cells.Line;

    /// <summary>MMSI, 0–999,999,999.</summary>
    public uint Mmsi => (uint)Math.Max(0, TagFields.Number(Cell(AisColumn.Mmsi)));

    /// <summary>When, UTC milliseconds since 1970.</summary>
    public long TimeUnixMs => CsvTime.Read(Cell(AisColumn.Time)).GetValueOrDefault();

    /// <summary>Where; null when the table says 91° or 181°, or nothing.</summary>
    public AisPosition? Position => TryPosition(out var position) is CsvFault.None ? position : null;

    /// <summary>Speed over ground, knots; null when not available (102.3).</summary>
    public double? SpeedKnots =>
        Number(AisColumn.Speed) is >= 0 and var speed && Math.Round(speed * 10) != SpeedUnavailable ? speed : null;

    /// <summary>Course over ground, degrees, 0–359.9; null when not available (360).</summary>
    /// <remarks>
    /// Tables of MarineCadastre before 2018 hold the twelve raw bits as a signed number, so that 311.8 is −97.8 there.
    /// </remarks>
    public double? CourseDegrees =>
        Number(AisColumn.Course) is { } course
        && (course < 0 ? (course * 10 + TurnOfCourse) / 10 : course) is >= 0 and < 359.95 and var turned
            ? Math.Round(turned, 1)
            : null;

    /// <summary>True heading, degrees, 0–359; null when not available (511).</summary>
    public int? HeadingDegrees => Number(AisColumn.Heading) is >= 0 and < 360 and var heading ? (int)heading : null;

    /// <summary>Rate of turn, degrees a minute, starboard positive.</summary>
    public double? TurnDegreesPerMinute => Number(AisColumn.Turn);

    /// <summary>Navigational status, from its number or its words.</summary>
    public NavigationStatus? Status => CsvWords.Status(Cell(AisColumn.Status));

    /// <summary>What kind of station sent it.</summary>
    public CsvMobile? Mobile => CsvWords.Mobile(Cell(AisColumn.Mobile));

    /// <summary>Name.</summary>
    public CsvText Name => Text(AisColumn.Name);

    /// <summary>Call sign.</summary>
    public CsvText CallSign => Text(AisColumn.CallSign);

    /// <summary>IMO number, with or without <c>IMO</c> before it.</summary>
    public int? ImoNumber => CsvWords.Imo(Cell(AisColumn.Imo));

    /// <summary>Type of ship as a number: AIS types to 255, and the national ones above (1001–1025) of older tables.</summary>
    public int? ShipType => Whole(AisColumn.ShipType) is > 0 and var type ? type : null;

    /// <summary>Type of ship in words, where the table has no numbers.</summary>
    public CsvText ShipTypeText => ShipType is null ? Text(AisColumn.ShipType) : default;

    /// <summary>Kind of cargo as a number.</summary>
    public int? Cargo => Whole(AisColumn.Cargo);

    /// <summary>Kind of cargo in words.</summary>
    public CsvText CargoText => Cargo is null ? Text(AisColumn.Cargo) : default;

    /// <summary>Length, metres; null when 0.</summary>
    public double? LengthMetres => Positive(AisColumn.Length);

    /// <summary>Beam, metres; null when 0.</summary>
    public double? WidthMetres => Positive(AisColumn.Width);

    /// <summary>Draught, metres; null when 0.</summary>
    public double? DraughtMetres => Positive(AisColumn.Draught);

    /// <summary>Size from the reference point; null unless all four are given.</summary>
    public AisDimensions? Dimensions =>
        Whole(AisColumn.ToBow) is { } bow
        && Whole(AisColumn.ToStern) is { } stern
        && Whole(AisColumn.ToPort) is { } port
        && Whole(AisColumn.ToStarboard) is { } starboard
        && (bow | stern | port | starboard) != 0
            ? new AisDimensions(bow, stern, port, starboard)
            : null;

    /// <summary>What determines the position, in words.</summary>
    public CsvText FixType => Text(AisColumn.FixType);

    /// <summary>Destination.</summary>
    public CsvText Destination => Text(AisColumn.Destination);

    /// <summary>Estimated time of arrival, UTC milliseconds since 1970.</summary>
    public long? EtaUnixMs => CsvTime.Read(Cell(AisColumn.Eta));

    /// <summary>Where the table has it from, such as <c>AIS</c>.</summary>
    public CsvText Source => Text(AisColumn.Source);

    internal CsvFault Check() =>
        TagFields.Number(Cell(AisColumn.Mmsi)) is < 0 or > 999_999_999 ? CsvFault.MmsiInvalid
        : CsvTime.Read(Cell(AisColumn.Time)) is null ? CsvFault.TimeInvalid
        : TryPosition(out _) is CsvFault.PositionInvalid ? CsvFault.PositionInvalid
        : CsvFault.None;

    private CsvFault TryPosition(out AisPosition? position)
    {
        position = null;
        if (Cell(AisColumn.Latitude).IsEmpty && Cell(AisColumn.Longitude).IsEmpty)
        {
            return CsvFault.None;
        }
        if (Number(AisColumn.Latitude) is not { } latitude || Number(AisColumn.Longitude) is not { } longitude)
        {
            return CsvFault.PositionInvalid;
        }
        if (latitude == 91 || longitude == 181)
        {
            return CsvFault.None;
        }
        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
        {
            return CsvFault.PositionInvalid;
        }
        position = AisPosition.FromDegrees(latitude: latitude, longitude: longitude);
        return CsvFault.None;
    }

    private ReadOnlySpan<byte> Cell(AisColumn column) => _cells[_columns[(int)column]];

    private CsvText Text(AisColumn column) => new(CsvWords.Said(Cell(column)));

    private double? Number(AisColumn column) =>
        DecimalNumber.TryParse(Cell(column), out var number) ? number.Value : null;

    private double? Positive(AisColumn column) => Number(column) is > 0 and var number ? number : null;

    private int? Whole(AisColumn column) =>
        Number(column) is >= 0 and <= 100_000 and var number && number == Math.Floor(number) ? (int)number : null;
}
