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

    private static readonly JsonName Category = new("category");
    private static readonly JsonName Edition = new("edition");
    private static readonly JsonName Offset = new("offset");
    private static readonly JsonName OctetCount = new("length");
    private static readonly JsonName Items = new("items");
    private static readonly JsonName Octets = new("octets");

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
        var tree = new JsonTree(destination);
        tree.Name(Category);
        tree.Number(record.Category.Number);
        tree.Name(Edition);
        tree.Quoted(record.Category.Utf8Edition);
        tree.Name(Offset);
        tree.Number(record.Offset);
        tree.Name(OctetCount);
        tree.Number(record.Bytes.Length);
        tree.Name(Items);
        var began = tree.Length;
        for (var i = 0; i < record.Count; i++)
        {
            var value = record[i];
            tree.Name(value.Item.Json);
            Value(ref tree, value.Item, value.Bytes);
        }
        tree.CloseObject(began);
        tree.CloseObject(0);
        return tree.Length;
    }

    private static void Value(ref JsonTree tree, AsterixItem item, scoped ReadOnlySpan<byte> bytes)
    {
        switch (item.Form)
        {
            case AsterixForm.Compound:
                Parts(ref tree, new AsterixValue(item, bytes));
                break;
            case AsterixForm.Explicit:
                Explicit(ref tree, new AsterixValue(item, bytes));
                break;
            case AsterixForm.Repeated:
                Elements(ref tree, item, bytes[1..]);
                break;
            case AsterixForm.Chained:
                Elements(ref tree, item, bytes);
                break;
            default:
                Fields(ref tree, item, bytes);
                break;
        }
    }

    private static void Explicit(ref JsonTree tree, scoped AsterixValue value)
    {
        var known = value.Known;
        if (known.Item.Form is AsterixForm.Explicit)
        {
            tree.Hex(known.Bytes[1..]);
            return;
        }
        Value(ref tree, known.Item, known.Bytes);
    }

    private static void Parts(ref JsonTree tree, scoped AsterixValue value)
    {
        var began = tree.Length;
        foreach (var part in value.EnumerateParts())
        {
            tree.Name(part.Item.Json);
            Value(ref tree, part.Item, part.Bytes);
        }
        tree.CloseObject(began);
    }

    private static void Elements(ref JsonTree tree, AsterixItem item, scoped ReadOnlySpan<byte> bytes)
    {
        var fields = item.FieldArray;
        var began = tree.Length;
        if (fields[0].Kind is AsterixFieldKind.Text)
        {
            tree.Quoted(bytes.TrimEnd(" \0"u8));
            return;
        }
        if (fields is [{ Kind: AsterixFieldKind.Octets }])
        {
            tree.Name(Octets);
            tree.Number(bytes.Length);
            tree.CloseObject(began);
            return;
        }
        for (; bytes.Length >= item.Octets; bytes = bytes[item.Octets..])
        {
            tree.Comma();
            Fields(ref tree, item, bytes[..item.Octets]);
        }
        tree.CloseArray(began);
    }

    private static void Fields(ref JsonTree tree, AsterixItem item, scoped ReadOnlySpan<byte> bytes)
    {
        var fields = item.FieldArray;
        if (fields is [{ Name: "" } only])
        {
            Field(ref tree, only, bytes);
            return;
        }
        var began = tree.Length;
        var bits = bytes.Length * 8;
        foreach (var field in fields)
        {
            if (field.Offset + field.Width <= bits)
            {
                tree.Name(field.Json);
                Field(ref tree, field, bytes);
            }
        }
        tree.CloseObject(began);
    }

    private static void Field(ref JsonTree tree, AsterixField field, scoped ReadOnlySpan<byte> bytes)
    {
        if (field.WhenBitBefore is { } other && FieldBits.Read(bytes, field.Offset - 1, 1) != 0)
        {
            field = other;
        }
        switch (field.Kind)
        {
            case AsterixFieldKind.Octal:
                tree.Octal(FieldBits.Read(bytes, field.Offset, field.Width), (field.Width + 2) / 3);
                break;
            case AsterixFieldKind.Text or AsterixFieldKind.SixBitText:
                Text(ref tree, field, bytes);
                break;
            case AsterixFieldKind.Octets:
                tree.Hex(bytes.Slice(field.Offset / 8, field.Width / 8));
                break;
            default:
                Number(ref tree, field, FieldBits.Raw(field, bytes));
                break;
        }
    }

    private static void Text(ref JsonTree tree, AsterixField field, scoped ReadOnlySpan<byte> bytes)
    {
        Span<byte> text = stackalloc byte[16];
        var length = FieldBits.Text(field, bytes, text);
        tree.Quoted(text[..length].TrimEnd(" \0"u8));
    }

    internal static void Number(ref JsonTree tree, AsterixField field, long raw)
    {
        var step = field.Step;
        if (step is { IsExact: true, Decimals: 0 })
        {
            tree.Number(raw * step.Factor);
        }
        else if (step.IsExact && (raw == 0 || Math.Abs(raw) >= step.LeastPlain))
        {
            tree.Decimal(raw * step.Factor, step.Decimals);
        }
        else if (field.IsScaled)
        {
            tree.Number(field.Scale(raw));
        }
        else
        {
            tree.Number(raw);
        }
    }
}
