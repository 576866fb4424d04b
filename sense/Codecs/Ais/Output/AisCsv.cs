using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>
/// Writes one CSV row a message: when, who, where, how it moves, what it is. What is not available is an empty cell.
/// </summary>
public static class AisCsv
{
    /// <summary>Bytes that hold any row.</summary>
    public const int MaxBytes = 16 * 1024;

    private const int MaxContentBytes = 6 * 1024;
    private const int MaxStationBytes = 64;

    /// <summary>The column names, without a line end.</summary>
    public static ReadOnlySpan<byte> Header =>
        "time,type,mmsi,latitude,longitude,speed_knots,course_degrees,heading_degrees,status,imo,call_sign,name,ship_type,to_bow,to_stern,to_port,to_starboard,draught_metres,destination,station,offset,dac,fi,application,content"u8;

    /// <summary>Writes one row without a line end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Write(in AisMessage message, Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
        var row = new CsvRow(destination);
        if (message.Origin.TimeUnixMs is { } time)
        {
            row.Advance(UtcText.Write(time, row.Rest));
        }
        row.Next();
        row.Number(message.Type);
        row.Number(message.Mmsi);
        Moving(ref row, message.Bits);
        Identity(ref row, message.Bits);
        var station = message.Origin.Station;
        row.Text(station[..Math.Min(station.Length, MaxStationBytes)]);
        row.Number(message.Origin.Offset);
        Application(ref row, message.Bits);
        return row.Length;
    }

    private static void Moving(ref CsvRow row, AisBits bits)
    {
        if (PositionReport.TryRead(bits, out var a))
        {
            Motion(ref row, a.Position, a.SpeedKnots, a.CourseDegrees, a.HeadingDegrees, (int?)a.Status);
        }
        else if (ClassBPositionReport.TryRead(bits, out var b))
        {
            Motion(ref row, b.Position, b.SpeedKnots, b.CourseDegrees, b.HeadingDegrees, null);
        }
        else if (ExtendedClassBReport.TryRead(bits, out var e))
        {
            Motion(ref row, e.Position, e.SpeedKnots, e.CourseDegrees, e.HeadingDegrees, null);
        }
        else if (LongRangeReport.TryRead(bits, out var l))
        {
            Motion(ref row, l.Position, l.SpeedKnots, l.CourseDegrees, null, (int?)l.Status);
        }
        else if (SarAircraftReport.TryRead(bits, out var s))
        {
            Motion(ref row, s.Position, s.SpeedKnots, s.CourseDegrees, null, null);
        }
        else if (BaseStationReport.TryRead(bits, out var station))
        {
            Motion(ref row, station.Position, null, null, null, null);
        }
        else
        {
            Motion(
                ref row,
                AidToNavigationReport.TryRead(bits, out var aid) ? aid.Position
                    : SingleSlotAidReport.TryRead(bits, out var slot) ? slot.Position
                    : null,
                null,
                null,
                null,
                null
            );
        }
    }

    private static void Motion(
        ref CsvRow row,
        AisPosition? position,
        double? speedKnots,
        double? courseDegrees,
        int? headingDegrees,
        int? status
    )
    {
        row.Fixed(position?.LatitudeDegrees, 6);
        row.Fixed(position?.LongitudeDegrees, 6);
        row.Fixed(speedKnots, 1);
        row.Fixed(courseDegrees, 1);
        row.Number(headingDegrees);
        row.Number(status);
    }

    private static void Identity(ref CsvRow row, AisBits bits)
    {
        if (StaticVoyageData.TryRead(bits, out var voyage))
        {
            row.Number(voyage.ImoNumber);
            row.Text(voyage.CallSign);
            row.Text(voyage.Name);
            Build(ref row, voyage.ShipType, voyage.Dimensions);
            row.Fixed(voyage.DraughtMetres, 1);
            row.Text(voyage.Destination);
            return;
        }
        row.Next();
        if (StaticDataReport.TryRead(bits, out var data))
        {
            row.Text(data.CallSign);
            row.Text(data.Name);
            Build(ref row, data.ShipType, data.Dimensions);
        }
        else if (ExtendedClassBReport.TryRead(bits, out var extended))
        {
            row.Next();
            row.Text(extended.Name);
            Build(ref row, extended.ShipType, extended.Dimensions);
        }
        else if (AidToNavigationReport.TryRead(bits, out var aid))
        {
            row.Next();
            Span<byte> name = stackalloc byte[64];
            row.Text(name[..aid.CopyName(name)]);
            Build(ref row, null, aid.Dimensions);
        }
        else
        {
            row.Next();
            row.Next();
            Build(ref row, null, null);
        }
        row.Next();
        row.Next();
    }

    // Area code, function, name, and the fields as the JSON object that AisJson has under "content".
    private static void Application(ref CsvRow row, AisBits bits)
    {
        if (!AisApplication.TryGet(bits, out var id, out _))
        {
            row.Next();
            row.Next();
            row.Next();
            row.Next();
            return;
        }
        row.Number(id.AreaCode);
        row.Number(id.FunctionId);
        Span<byte> json = stackalloc byte[MaxContentBytes];
        var fields = new JsonFieldVisitor(new JsonLine(json), isMember: false);
        if (AisApplication.Visit(bits, ref fields))
        {
            row.Text(fields.Name);
            row.Text(json[..fields.Finish().Length]);
        }
        else
        {
            row.Next();
            row.Next();
        }
    }

    private static void Build(ref CsvRow row, int? shipType, AisDimensions? dimensions)
    {
        row.Number(shipType);
        row.Number(dimensions?.ToBow);
        row.Number(dimensions?.ToStern);
        row.Number(dimensions?.ToPort);
        row.Number(dimensions?.ToStarboard);
    }
}
