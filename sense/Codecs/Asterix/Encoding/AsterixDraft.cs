using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Encoding;

/// <summary>An item, subfield or element being written. Belongs to an <see cref="AsterixEncoder"/> and is used again for each record.</summary>
/// <remarks>What is not set is zero; extents are sent up to the last one with a field that was set.</remarks>
public sealed partial class AsterixDraft
{
    private readonly AsterixItem _item;
    private readonly AsterixDraft?[] _parts;
    private readonly AsterixDraft? _content;
    private byte[] _bytes;
    private int _count;

    internal AsterixDraft(AsterixItem item)
    {
        _item = item;
        _bytes = new byte[item.Form is AsterixForm.Fixed or AsterixForm.Extended ? item.Octets : 0];
        _parts = Array.ConvertAll(item.PartArray, part => part is null ? null : new AsterixDraft(part));
        _content = item.Content is { } content ? new AsterixDraft(content) : null;
    }

    /// <summary>True when something was set, and the item will be sent.</summary>
    public bool IsSet =>
        _count > 0 || _content is { IsSet: true } || Array.Exists(_parts, part => part is { IsSet: true });

    /// <summary>A subfield of a compound item, or of the known content of an explicit one.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public AsterixDraft this[string part] =>
        Array.Find(_content?._parts ?? _parts, candidate => candidate?._item.Name == part)
        ?? throw new KeyNotFoundException($"item {_item.Name} has no subfield {part}");

    /// <summary>Sets the only field of an item, in its unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field cannot hold the value.</exception>
    public AsterixDraft Set(double value) => Set("", value);

    /// <summary>Sets a field in its unit, rounded to its least significant bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field cannot hold the value.</exception>
    public AsterixDraft Set(string field, double value)
    {
        var target = Field(field);
        if (target.WhenBitBefore is { } other && FieldBits.Read(Element(), target.Offset - 1, 1) != 0)
        {
            target = other;
        }
        return SetRaw(target, target.Quantize(value));
    }

    /// <summary>Sets a field's raw number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field cannot hold it.</exception>
    public AsterixDraft SetRaw(string field, long raw) => SetRaw(Field(field), raw);

    /// <summary>Sets a field of text, filled with spaces. Characters the field's alphabet lacks become spaces.</summary>
    /// <exception cref="ArgumentException">The text is too long or the field holds none.</exception>
    public AsterixDraft SetText(string field, string text)
    {
        var target = Field(field);
        var bits = target.Kind switch
        {
            AsterixFieldKind.SixBitText => 6,
            AsterixFieldKind.Text => 8,
            _ => throw new ArgumentException($"{_item.Name} {field} holds no text", nameof(field)),
        };
        var characters = target.Width / bits;
        if (text.Length > characters)
        {
            throw new ArgumentException($"{_item.Name} {field} holds {characters} characters", nameof(text));
        }
        for (var i = 0; i < characters; i++)
        {
            var letter = i < text.Length ? text[i] : ' ';
            var code =
                bits == 6 ? FieldBits.ToSixBit(letter)
                : letter <= 0xFF ? letter
                : ' ';
            FieldBits.Write(Element(), target.Offset + i * bits, bits, (ulong)code);
        }
        return Touched(target);
    }

    /// <summary>Sets a field of octets, or the content of an explicit item.</summary>
    /// <exception cref="ArgumentException">The number of octets does not fit.</exception>
    public AsterixDraft SetOctets(string field, ReadOnlySpan<byte> octets)
    {
        if (_item.Form is AsterixForm.Explicit)
        {
            return SetContent(octets);
        }
        var target = Field(field);
        if (octets.Length * 8 != target.Width || target.Offset % 8 != 0)
        {
            throw new ArgumentException($"{_item.Name} {field} has {target.Width / 8} octets", nameof(octets));
        }
        octets.CopyTo(Element()[(target.Offset / 8)..]);
        return Touched(target);
    }

    /// <summary>Begins the next element of a repeated or chained item; what is set from then on belongs to it.</summary>
    /// <exception cref="InvalidOperationException">The item has no elements, or as many as it can have.</exception>
    public AsterixDraft Add()
    {
        if (_item.Form is not (AsterixForm.Repeated or AsterixForm.Chained) || _count == byte.MaxValue)
        {
            throw new InvalidOperationException($"item {_item.Name} cannot have another element");
        }
        _count++;
        if (_bytes.Length < _count * _item.Octets)
        {
            Array.Resize(ref _bytes, Math.Max(_count * _item.Octets, 2 * _bytes.Length));
        }
        Element().Clear();
        return this;
    }

    internal void Clear()
    {
        _count = 0;
        _bytes.AsSpan().Clear();
        _content?.Clear();
        foreach (var part in _parts)
        {
            part?.Clear();
        }
    }

    private AsterixDraft SetRaw(AsterixField field, long raw)
    {
        var (least, most) = field.RawRange;
        if (raw < least || (raw > most && field.Width < 63))
        {
            throw new ArgumentOutOfRangeException(
                nameof(raw),
                raw,
                $"{_item.Name} {field.Name} has {field.Width} bits"
            );
        }
        FieldBits.Write(Element(), field.Offset, field.Width, (ulong)raw);
        return Touched(field);
    }

    private AsterixDraft SetContent(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > byte.MaxValue - 1)
        {
            throw new ArgumentException($"item {_item.Name} holds {byte.MaxValue - 1} octets", nameof(octets));
        }
        _bytes = octets.ToArray();
        _count = 1;
        return this;
    }

    private AsterixField Field(string name) =>
        _item.Field(name) ?? throw new KeyNotFoundException($"item {_item.Name} has no field '{name}'");

    /// <summary>The octets that fields are set in: of the last element where there are several.</summary>
    private Span<byte> Element()
    {
        if (_item.Form is not (AsterixForm.Repeated or AsterixForm.Chained))
        {
            return _bytes;
        }
        return _count > 0
            ? _bytes.AsSpan((_count - 1) * _item.Octets, _item.Octets)
            : throw new InvalidOperationException($"item {_item.Name} has no element yet: Add() begins one");
    }

    /// <summary>Notes that a field was set: of an extended item, up to which extent.</summary>
    private AsterixDraft Touched(AsterixField field)
    {
        if (_item.Form is AsterixForm.Fixed)
        {
            _count = 1;
        }
        else if (_item.Form is AsterixForm.Extended)
        {
            var (extents, end) = (0, 0);
            while (end * 8 < field.Offset + field.Width)
            {
                end += _item.ExtentOctets[extents++];
            }
            _count = Math.Max(_count, extents);
        }
        return this;
    }
}
