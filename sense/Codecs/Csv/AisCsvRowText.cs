using Fourfold.Codecs.Ais.Output;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Csv;

/// <summary>Writes rows of tables with the names, units and columns of <see cref="AisJson"/> and <see cref="AisCsv"/>.</summary>
public static class AisCsvRowText
{
    /// <summary>Bytes that hold any row: each byte of a line may become six.</summary>
    public const int MaxBytes = 32 * 1024;

    // What is written of the header's columns; it may have more, which a table cannot fill.
    private const int Columns = 21;

    /// <summary>Writes one JSON object without a line end; what is not available is left out.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int WriteJson(in AisCsvRow row, Span<byte> destination)
    {
        Check(destination);
        var line = new JsonLine(destination);
        line.BeginObject();
        line.Number("mmsi"u8, row.Mmsi);
        Time(ref line, "time"u8, row.TimeUnixMs);
        line.Number("offset"u8, row.Offset);
        Moving(ref line, in row);
        Identity(ref line, in row);
        line.EndObject();
        return line.Length;
    }

    /// <summary>Writes one CSV row without a line end; what is not available is an empty cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int WriteCsv(in AisCsvRow row, Span<byte> destination)
    {
        Check(destination);
        var cells = new CsvRow(destination);
        cells.Advance(UtcText.Write(row.TimeUnixMs, cells.Rest));
        cells.Next();
        // Which message told it is not in a table.
        cells.Next();
        cells.Number(row.Mmsi);
        cells.Fixed(row.Position?.LatitudeDegrees, 6);
        cells.Fixed(row.Position?.LongitudeDegrees, 6);
        cells.Fixed(row.SpeedKnots, 1);
        cells.Fixed(row.CourseDegrees, 1);
        cells.Number(row.HeadingDegrees);
        cells.Number((int?)row.Status);
        cells.Number(row.ImoNumber);
        Text(ref cells, row.CallSign);
        Text(ref cells, row.Name);
        cells.Number(row.ShipType);
        cells.Number(row.Dimensions?.ToBow);
        cells.Number(row.Dimensions?.ToStern);
        cells.Number(row.Dimensions?.ToPort);
        cells.Number(row.Dimensions?.ToStarboard);
        cells.Fixed(row.DraughtMetres, 1);
        Text(ref cells, row.Destination);
        // A table does not name the station.
        cells.Next();
        cells.Number(row.Offset);
        for (var written = Columns; written <= AisCsv.Header.Count((byte)','); written++)
        {
            cells.Next();
        }
        return cells.Length;
    }

    private static void Moving(ref JsonLine line, in AisCsvRow row)
    {
        line.Maybe("status"u8, (int?)row.Status);
        line.Fixed("turn_degrees_per_minute"u8, row.TurnDegreesPerMinute, 1);
        line.Fixed("latitude"u8, row.Position?.LatitudeDegrees, 6);
        line.Fixed("longitude"u8, row.Position?.LongitudeDegrees, 6);
        line.Fixed("speed_knots"u8, row.SpeedKnots, 1);
        line.Fixed("course_degrees"u8, row.CourseDegrees, 1);
        line.Maybe("heading_degrees"u8, row.HeadingDegrees);
        if (row.Mobile is { } mobile)
        {
            line.Plain("mobile"u8, MobileName(mobile));
        }
        Text(ref line, "source"u8, row.Source);
    }

    private static void Identity(ref JsonLine line, in AisCsvRow row)
    {
        line.Maybe("imo"u8, row.ImoNumber);
        Text(ref line, "call_sign"u8, row.CallSign);
        Text(ref line, "name"u8, row.Name);
        line.Maybe("ship_type"u8, row.ShipType);
        Text(ref line, "ship_type_text"u8, row.ShipTypeText);
        line.Maybe("cargo"u8, row.Cargo);
        Text(ref line, "cargo_text"u8, row.CargoText);
        line.Fixed("length_metres"u8, row.LengthMetres, 1);
        line.Fixed("width_metres"u8, row.WidthMetres, 1);
        if (row.Dimensions is { } size)
        {
            line.Number("to_bow"u8, size.ToBow);
            line.Number("to_stern"u8, size.ToStern);
            line.Number("to_port"u8, size.ToPort);
            line.Number("to_starboard"u8, size.ToStarboard);
        }
        Text(ref line, "fix_type_text"u8, row.FixType);
        line.Fixed("draught_metres"u8, row.DraughtMetres, 1);
        Text(ref line, "destination"u8, row.Destination);
        if (row.EtaUnixMs is { } eta)
        {
            Time(ref line, "eta"u8, eta);
        }
    }

    private static ReadOnlySpan<byte> MobileName(CsvMobile mobile) =>
        mobile switch
        {
            CsvMobile.ClassA => "class_a"u8,
            CsvMobile.ClassB => "class_b"u8,
            CsvMobile.BaseStation => "base_station"u8,
            CsvMobile.AidToNavigation => "aid_to_navigation"u8,
            CsvMobile.SarAircraft => "sar_aircraft"u8,
            _ => "other"u8,
        };

    private static void Time(ref JsonLine line, ReadOnlySpan<byte> name, long unixMs)
    {
        Span<byte> text = stackalloc byte[UtcText.MaxBytes];
        line.Plain(name, text[..UtcText.Write(unixMs, text)]);
    }

    private static void Text(ref JsonLine line, ReadOnlySpan<byte> name, CsvText text)
    {
        if (!text.IsEmpty)
        {
            line.Cell(name, text.Raw);
        }
    }

    private static void Text(ref CsvRow row, CsvText text)
    {
        Span<byte> bytes = stackalloc byte[256];
        row.Text(bytes[..text.CopyTo(bytes)]);
    }

    private static void Check(Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
    }
}
