using System.Buffers.Text;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Output;

/// <summary>Writes one CSV row a record: when, who, where, how it moves, in the same units whatever the category. What was not sent is an empty cell.</summary>
public static class AsterixCsv
{
    /// <summary>Bytes that hold any row.</summary>
    public const int MaxBytes = 1024;

    private const double MetresPerMile = 1852;
    private const double KnotsPerMilePerSecond = 3600;
    private const double KnotsPerMetrePerSecond = 3600 / MetresPerMile;

    // Which item and field a column is taken from, the first that was sent; the factor leads to the column's unit.
    private static readonly (string Item, string Field, double Factor)[] Time =
    [
        ("140", "", 1),
        ("070", "", 1),
        ("073", "", 1),
        ("071", "", 1),
        ("077", "", 1),
        ("030", "", 1),
        ("090", "", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Track =
    [
        ("161", "TRN", 1),
        ("161", "TRK", 1),
        ("161", "TRNUM", 1),
        ("161", "", 1),
        ("040", "", 1),
        ("040", "TRN", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Level =
    [
        ("090", "FL", 1),
        ("090", "HGT", 1),
        ("136", "", 1),
        ("145", "", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Latitude =
    [
        ("105", "LAT", 1),
        ("080", "LAT", 1),
        ("041", "LAT", 1),
        ("131", "LAT", 1),
        ("130", "LAT", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Longitude =
    [
        ("105", "LON", 1),
        ("080", "LON", 1),
        ("041", "LON", 1),
        ("131", "LON", 1),
        ("130", "LON", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Azimuth =
    [
        ("040", "THETA", 1),
        ("040", "TH", 1),
    ];
    private static readonly (string Item, string Field, double Factor)[] Speed =
    [
        ("200", "GSP", KnotsPerMilePerSecond),
        ("180", "GSP", KnotsPerMilePerSecond),
        ("160", "GS", KnotsPerMilePerSecond),
    ];
    private static readonly (string Item, string Field, double Factor)[] Course =
    [
        ("200", "HDG", 1),
        ("200", "TRA", 1),
        ("180", "HDG", 1),
        ("160", "TA", 1),
    ];

    /// <summary>The column names, without a line end.</summary>
    public static ReadOnlySpan<byte> Header =>
        "category,edition,offset,sac,sic,message_type,time_seconds,track,address,identification,mode3a,flight_level,latitude,longitude,range_metres,azimuth_degrees,x_metres,y_metres,speed_knots,course_degrees"u8;

    /// <summary>Writes one row without a line end.</summary>
    /// <param name="record">The record.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static int Write(in AsterixRecord record, Span<byte> destination)
    {
        if (destination.Length < MaxBytes)
        {
            throw new ArgumentException($"{MaxBytes} bytes are needed", nameof(destination));
        }
        var row = new Row(destination);
        row.Number(record.Category.Number);
        row.Text(record.Category.Utf8Edition);
        row.Number(record.Offset);
        row.Number(record.Raw("010", "SAC"));
        row.Number(record.Raw("010", "SIC"));
        row.Number(record.Raw("000"));
        row.Fixed(First(in record, Time), 3);
        row.Number((long?)First(in record, Track));
        Identity(ref row, in record);
        row.Fixed(First(in record, Level), 2);
        row.Fixed(First(in record, Latitude), 7);
        row.Fixed(First(in record, Longitude), 7);
        row.Fixed(Metres(in record, "040", "RHO"), 1);
        row.Fixed(First(in record, Azimuth), 3);
        row.Fixed(Metres(in record, "042", "X") ?? Metres(in record, "100", "X"), 1);
        row.Fixed(Metres(in record, "042", "Y") ?? Metres(in record, "100", "Y"), 1);
        row.Fixed(First(in record, Speed) ?? CartesianSpeed(in record), 1);
        row.Fixed(First(in record, Course) ?? CartesianCourse(in record), 2);
        return row.Length;
    }

    private static void Identity(ref Row row, in AsterixRecord record)
    {
        Span<byte> text = stackalloc byte[8];
        var length = Name(in record, "240", text) + Name(in record, "245", text) + Name(in record, "170", text);
        var address = Address(in record, "220") ?? Address(in record, "080");
        if (record.TryGet("380", out var derived))
        {
            address ??= derived.TryPart("ADR", out var part) ? part.Raw() : null;
            length = length == 0 && derived.TryPart("ID", out part) ? Name(part, text) : length;
        }
        row.Hex(address);
        row.Text(text[..length].TrimEnd((byte)' '));
        row.Octal(record.Raw("070", "MODE3A") ?? record.Raw("060", "MODE3A"));
    }

    private static long? Address(in AsterixRecord record, string item) =>
        record.TryGet(item, out var value)
        && value.Item.FieldArray is [{ Kind: AsterixFieldKind.Octets, Width: 24 } only]
            ? value.Raw(only)
            : null;

    private static int Name(in AsterixRecord record, string item, Span<byte> text) =>
        record.TryGet(item, out var value) ? Name(value, text) : 0;

    /// <summary>An identification is the last field of its item; 0 when that is something else.</summary>
    private static int Name(AsterixValue value, Span<byte> text) =>
        value.Item.Form is AsterixForm.Fixed ? value.Text(value.Item.FieldArray[^1], text) : 0;

    private static double? First(in AsterixRecord record, (string Item, string Field, double Factor)[] choices)
    {
        foreach (var (item, field, factor) in choices)
        {
            // Track numbers have no unit, times have one: an item of the same number may mean something else elsewhere.
            if (
                record.TryGet(item, out var value)
                && value.Item.Form is AsterixForm.Fixed
                && value.Item.Field(field) is { Kind: AsterixFieldKind.Unsigned or AsterixFieldKind.Signed } found
                && (choices != Time || found.Unit == "s")
            )
            {
                return value.Number(found) * factor;
            }
        }
        return null;
    }

    /// <summary>A length in metres, whether the category counts in metres or in miles.</summary>
    private static double? Metres(in AsterixRecord record, string item, string field) =>
        record.TryGet(item, out var value) && value.Item.Field(field) is { } found
            ? value.Number(found) * (found.Unit == "NM" ? MetresPerMile : 1)
            : null;

    private static double? CartesianSpeed(in AsterixRecord record) =>
        Velocity(in record) is var (east, north)
            ? Math.Sqrt(east * east + north * north) * KnotsPerMetrePerSecond
            : null;

    private static double? CartesianCourse(in AsterixRecord record) =>
        Velocity(in record) is var (east, north) && (east != 0 || north != 0)
            ? (Math.Atan2(east, north) * 180 / Math.PI + 360) % 360
            : null;

    private static (double East, double North)? Velocity(in AsterixRecord record)
    {
        var east = record.Number("185", "VX") ?? record.Number("202", "VX");
        var north = record.Number("185", "VY") ?? record.Number("202", "VY");
        return east is { } x && north is { } y ? (x, y) : null;
    }

    /// <summary>Writes cells one after the other.</summary>
    private ref struct Row(Span<byte> destination)
    {
        private readonly Span<byte> _destination = destination;
        private int _cells;

        public int Length { get; private set; }

        public void Number(long? value)
        {
            Next();
            if (value is { } known)
            {
                _ = Utf8Formatter.TryFormat(known, _destination[Length..], out var written);
                Length += written;
            }
        }

        public void Fixed(double? value, byte decimals)
        {
            Next();
            if (value is { } known)
            {
                _ = Utf8Formatter.TryFormat(known, _destination[Length..], out var written, new('F', decimals));
                Length += written;
            }
        }

        public void Hex(long? value)
        {
            Next();
            if (value is { } known)
            {
                _ = Utf8Formatter.TryFormat(known, _destination[Length..], out var written, new('X', 6));
                Length += written;
            }
        }

        public void Octal(long? code)
        {
            Next();
            for (var shift = 9; code is { } known && shift >= 0; shift -= 3)
            {
                _destination[Length++] = (byte)('0' + ((known >> shift) & 7));
            }
        }

        public void Text(scoped ReadOnlySpan<byte> text)
        {
            Next();
            text.CopyTo(_destination[Length..]);
            Length += text.Length;
        }

        private void Next()
        {
            if (_cells++ > 0)
            {
                _destination[Length++] = (byte)',';
            }
        }
    }
}
