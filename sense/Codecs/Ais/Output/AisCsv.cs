using System.Buffers.Text;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>Writes one CSV row a message: when, who, where, how it moves, what it is. What is not available is an empty cell.</summary>
public static class AisCsv
{
    /// <summary>Bytes that hold any row.</summary>
    public const int MaxBytes = 1024;

    /// <summary>The column names, without a line end.</summary>
    public static ReadOnlySpan<byte> Header =>
        "time,type,mmsi,latitude,longitude,speed_knots,course_degrees,heading_degrees,status,imo,call_sign,name,ship_type,to_bow,to_stern,to_port,to_starboard,draught_metres,destination,station,offset"u8;

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
        var row = new Row(destination);
        if (message.Origin.TimeUnixMs is { } time)
        {
            row.Advance(UtcText.Write(time, row.Rest));
        }
        row.Next();
        row.Number(message.Type);
        row.Number(message.Mmsi);
        Moving(ref row, message.Bits);
        Identity(ref row, message.Bits);
        row.Text(message.Origin.Station);
        row.Number(message.Origin.Offset);
        return row.Length;
    }

    private static void Moving(ref Row row, AisBits bits)
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
                AidToNavigationReport.TryRead(bits, out var aid) ? aid.Position : null,
                null,
                null,
                null,
                null
            );
        }
    }

    private static void Motion(
        ref Row row,
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

    private static void Identity(ref Row row, AisBits bits)
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

    private static void Build(ref Row row, int? shipType, AisDimensions? dimensions)
    {
        row.Number(shipType);
        row.Number(dimensions?.ToBow);
        row.Number(dimensions?.ToStern);
        row.Number(dimensions?.ToPort);
        row.Number(dimensions?.ToStarboard);
    }

    private ref struct Row(Span<byte> destination)
    {
        private readonly Span<byte> _destination = destination;
        private int _at;

        /// <summary>Bytes of the row, without the comma behind the last cell.</summary>
        public readonly int Length => _at - 1;

        public readonly Span<byte> Rest => _destination[_at..];

        public void Advance(int bytes) => _at += bytes;

        public void Next() => _destination[_at++] = (byte)',';

        public void Number(long? value)
        {
            if (value is { } known && Utf8Formatter.TryFormat(known, Rest, out var written))
            {
                _at += written;
            }
            Next();
        }

        public void Fixed(double? value, byte decimals)
        {
            if (value is { } known && Utf8Formatter.TryFormat(known, Rest, out var written, new('F', decimals)))
            {
                _at += written;
            }
            Next();
        }

        public void Text(AisText text)
        {
            Span<byte> ascii = stackalloc byte[32];
            Text(ascii[..text.CopyTo(ascii)]);
        }

        public void Text(scoped ReadOnlySpan<byte> text)
        {
            if (text.Length > 64)
            {
                text = text[..64];
            }
            if (text.IndexOfAny((byte)',', (byte)'"') >= 0)
            {
                _destination[_at++] = (byte)'"';
                foreach (var one in text)
                {
                    _destination[_at++] = one;
                    if (one == (byte)'"')
                    {
                        _destination[_at++] = one;
                    }
                }
                _destination[_at++] = (byte)'"';
            }
            else
            {
                text.CopyTo(Rest);
                _at += text.Length;
            }
            Next();
        }
    }
}
