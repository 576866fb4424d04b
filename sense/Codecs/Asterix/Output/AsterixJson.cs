using System.Buffers.Text;
using Fourfold.Codecs.Asterix.Specification;
using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Asterix.Output;

/// <summary>Writes records as JSON: items by number, fields by the standard's short names, in its units.</summary>
/// <remarks>
/// Codes are numbers, octal codes and octets are strings, what was not sent is left out. The cells of radar video are told
/// by their count only. The members are described in docs/reference/asterix.md.
/// </remarks>
public static class AsterixJson
{
    /// <summary>Bytes that hold any record.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Writes one object without a line end.</summary>
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
        var line = new JsonLine(destination);
        line.BeginObject();
        line.Number("category"u8, record.Category.Number);
        line.Escaped("edition"u8, record.Category.Utf8Edition);
        line.Number("offset"u8, record.Offset);
        line.Number("length"u8, record.Bytes.Length);
        line.Name("items"u8);
        line.BeginValue();
        for (var i = 0; i < record.Count; i++)
        {
            var value = record[i];
            line.Name(value.Item.Utf8Name);
            Value(ref line, value);
        }
        line.EndObject();
        line.EndObject();
        return line.Length;
    }

    private static void Value(ref JsonLine line, scoped AsterixValue value)
    {
        value = value.Known;
        switch (value.Item.Form)
        {
            case AsterixForm.Compound:
                Parts(ref line, value);
                break;
            case AsterixForm.Explicit:
                Quoted(ref line, value.Bytes[1..]);
                break;
            case AsterixForm.Repeated or AsterixForm.Chained:
                Elements(ref line, value);
                break;
            default:
                Fields(ref line, value);
                break;
        }
    }

    private static void Parts(ref JsonLine line, scoped AsterixValue value)
    {
        line.BeginValue();
        foreach (var part in value.EnumerateParts())
        {
            line.Name(part.Item.Utf8Name);
            Value(ref line, part);
        }
        line.EndObject();
    }

    private static void Elements(ref JsonLine line, scoped AsterixValue value)
    {
        var only = value.Item.FieldArray[0];
        if (only.Kind is AsterixFieldKind.Text)
        {
            String(ref line, value.Bytes[1..]);
            return;
        }
        if (only.Kind is AsterixFieldKind.Octets && value.Item.FieldArray.Length == 1)
        {
            line.BeginValue();
            line.Number("octets"u8, value.Bytes.Length - 1);
            line.EndObject();
            return;
        }
        line.Byte((byte)'[');
        for (var i = 0; i < value.Count; i++)
        {
            if (i > 0)
            {
                line.Byte((byte)',');
            }
            Fields(ref line, value.Element(i));
        }
        line.Byte((byte)']');
    }

    private static void Fields(ref JsonLine line, scoped AsterixValue value)
    {
        var fields = value.Item.FieldArray;
        if (fields is [{ Name: "" } only])
        {
            Field(ref line, value, only);
            return;
        }
        line.BeginValue();
        foreach (var field in fields)
        {
            if (value.Has(field))
            {
                line.Name(field.Utf8Name);
                Field(ref line, value, field);
            }
        }
        line.EndObject();
    }

    private static void Field(ref JsonLine line, scoped AsterixValue value, AsterixField field)
    {
        field = value.Meaning(field);
        switch (field.Kind)
        {
            case AsterixFieldKind.Octal:
                Octal(ref line, (uint)value.Raw(field).GetValueOrDefault(), (field.Width + 2) / 3);
                break;
            case AsterixFieldKind.Text or AsterixFieldKind.SixBitText:
                Span<byte> text = stackalloc byte[16];
                String(ref line, text[..value.Text(field, text)]);
                break;
            case AsterixFieldKind.Octets:
                Quoted(ref line, value.FieldBytes.Slice(field.Offset / 8, field.Width / 8));
                break;
            default:
                Number(ref line, field, value.Raw(field).GetValueOrDefault());
                break;
        }
    }

    private static void Number(ref JsonLine line, AsterixField field, long raw)
    {
        if (!field.IsScaled)
        {
            line.Number(raw);
            return;
        }
        Span<byte> digits = stackalloc byte[32];
        _ = Utf8Formatter.TryFormat(field.Scale(raw), digits, out var written);
        line.Raw(digits[..written]);
    }

    private static void Octal(ref JsonLine line, uint code, int digits)
    {
        line.Byte((byte)'"');
        for (var shift = 3 * (digits - 1); shift >= 0; shift -= 3)
        {
            line.Byte((byte)('0' + ((code >> shift) & 7)));
        }
        line.Byte((byte)'"');
    }

    private static void Quoted(ref JsonLine line, scoped ReadOnlySpan<byte> octets)
    {
        line.Byte((byte)'"');
        line.Hex(octets);
        line.Byte((byte)'"');
    }

    private static void String(ref JsonLine line, scoped ReadOnlySpan<byte> text) => line.Quoted(text.TrimEnd(" \0"u8));
}
