using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>An item of a record, a subfield or an element of one: its table and its octets. Lives as long as the record.</summary>
public readonly ref struct AsterixValue
{
    private readonly bool _isElement;

    internal AsterixValue(AsterixItem item, ReadOnlySpan<byte> bytes, bool isElement = false)
    {
        Item = item;
        Bytes = bytes;
        _isElement = isElement;
    }

    /// <summary>The table.</summary>
    public AsterixItem Item { get; }

    /// <summary>The octets, with REP, LEN, FX or presence bits where the form has them.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Elements of a repeated or chained item; 1 for any other that was sent, 0 when it was not.</summary>
    public int Count =>
        Bytes.IsEmpty ? 0
        : _isElement ? 1
        : Item.Form is AsterixForm.Repeated ? Bytes[0]
        : Item.Form is AsterixForm.Chained ? Bytes.Length / Item.Octets
        : 1;

    /// <summary>An element of a repeated or chained item, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public AsterixValue Element(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        if (_isElement || Item.Form is not (AsterixForm.Repeated or AsterixForm.Chained))
        {
            return this;
        }
        var at = (Item.Form is AsterixForm.Repeated ? 1 : 0) + index * Item.Octets;
        return new AsterixValue(Item, Bytes.Slice(at, Item.Octets), isElement: true);
    }

    /// <summary>True when the field's extent was sent; of the first element where there are several.</summary>
    public bool Has(AsterixField field)
    {
        var bytes = FieldBytes;
        return field.Offset + field.Width <= bytes.Length * 8;
    }

    /// <summary>A field's raw number; null when its extent was not sent. Fields above 64 bits have none.</summary>
    public long? Raw(AsterixField field) => Has(field) && field.Width <= 64 ? FieldBits.Raw(field, FieldBytes) : null;

    /// <summary>A field's raw number by its short name; null when there is no such field or its extent was not sent.</summary>
    public long? Raw(string name = "") => Item.Field(name) is { } field ? Raw(field) : null;

    /// <summary>A field in its unit; null when its extent was not sent.</summary>
    public double? Number(AsterixField field) => Raw(field) is { } raw ? Meaning(field).Scale(raw) : null;

    /// <summary>A field in its unit by its short name; null when there is no such field or its extent was not sent.</summary>
    public double? Number(string name = "") => Item.Field(name) is { } field ? Number(field) : null;

    /// <summary>Writes a field of text as ASCII, with its trailing spaces.</summary>
    /// <returns>Characters written; 0 when the field is no text or its extent was not sent.</returns>
    public int Text(AsterixField field, Span<byte> destination)
    {
        if (!Has(field) || field.Kind is not (AsterixFieldKind.SixBitText or AsterixFieldKind.Text))
        {
            return 0;
        }
        return FieldBits.Text(field, FieldBytes, destination);
    }

    /// <summary>A subfield of a compound item, or of the known content of an explicit one.</summary>
    /// <returns>False when it was not sent.</returns>
    public bool TryPart(string name, out AsterixValue part)
    {
        foreach (var candidate in EnumerateParts())
        {
            if (candidate.Item.Name == name)
            {
                part = candidate;
                return true;
            }
        }
        part = default;
        return false;
    }

    /// <summary>The subfields that were sent, in the order of their presence bits.</summary>
    public PartEnumerator EnumerateParts() => new(Known);

    /// <summary>What an explicit item holds, when its content is known and whole; else the item itself.</summary>
    internal AsterixValue Known =>
        Item.Form is AsterixForm.Explicit
        && Item.Content is { } content
        && ItemLength.Of(content, Bytes[1..], out _) is > 0 and var length
            ? new AsterixValue(content, Bytes.Slice(1, length))
            : this;

    internal ReadOnlySpan<byte> FieldBytes => !_isElement && Item.Form is AsterixForm.Repeated ? Bytes[1..] : Bytes;

    /// <summary>The field itself, or what it is when the bit before it is set.</summary>
    internal AsterixField Meaning(AsterixField field) =>
        field.WhenBitBefore is { } other && FieldBits.Read(FieldBytes, field.Offset - 1, 1) != 0 ? other : field;

    /// <summary>Walks the subfields of a compound item.</summary>
    public ref struct PartEnumerator
    {
        private readonly AsterixItem _item;
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly ReadOnlySpan<byte> _presence;
        private int _index = -1;
        private int _at;

        internal PartEnumerator(AsterixValue value)
        {
            _item = value.Item;
            _bytes = value.Bytes;
            _at = _item.Form is AsterixForm.Compound ? ItemLength.OfPresence(_item, _bytes, out _) : 0;
            _presence = _bytes[.._at];
        }

        /// <summary>The subfield.</summary>
        public AsterixValue Current { get; private set; }

        /// <summary>Goes to the next subfield.</summary>
        public bool MoveNext()
        {
            _index = ItemLength.NextPart(_item, _presence, _index);
            if (_index < 0 || _index >= _item.PartArray.Length || _item.PartArray[_index] is not { } part)
            {
                return false;
            }
            var length = ItemLength.Of(part, _bytes[_at..], out _);
            Current = new AsterixValue(part, _bytes.Slice(_at, length));
            _at += length;
            return true;
        }

        /// <summary>This.</summary>
        public readonly PartEnumerator GetEnumerator() => this;
    }
}
