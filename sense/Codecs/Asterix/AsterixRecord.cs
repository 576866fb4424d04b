using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Where an item lies in its record.</summary>
internal readonly record struct ItemPlace(byte Index, ushort Start, ushort Length);

/// <summary>One record: its edition, its items and where it is. Lives only during the sink's call.</summary>
public readonly ref struct AsterixRecord
{
    private readonly ReadOnlySpan<ItemPlace> _places;
    private readonly AsterixItem?[] _profile;

    internal AsterixRecord(
        AsterixCategory category,
        AsterixItem?[] profile,
        ReadOnlySpan<byte> bytes,
        ReadOnlySpan<ItemPlace> places,
        long offset
    )
    {
        Category = category;
        _profile = profile;
        Bytes = bytes;
        _places = places;
        Offset = offset;
    }

    /// <summary>Category and edition it was read as.</summary>
    public AsterixCategory Category { get; }

    /// <summary>The record with its field specification.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Byte offset of the record in the source, from 0.</summary>
    public long Offset { get; }

    /// <summary>Items that were sent.</summary>
    public int Count => _places.Length;

    /// <summary>An item by its place among those that were sent, from 0, in the order of the profile.</summary>
    public AsterixValue this[int index]
    {
        get
        {
            var place = _places[index];
            return new AsterixValue(_profile[place.Index]!, Bytes.Slice(place.Start, place.Length)); // Only known items have a place.
        }
    }

    /// <summary>An item by its number, such as <c>040</c>.</summary>
    /// <returns>False when it was not sent.</returns>
    public bool TryGet(string name, out AsterixValue value)
    {
        for (var i = 0; i < _places.Length; i++)
        {
            if (_profile[_places[i].Index]!.Name == name) // As above.
            {
                value = this[i];
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>A field in its unit, such as (<c>040</c>, <c>RHO</c>); null when it was not sent.</summary>
    public double? Number(string item, string field = "") => TryGet(item, out var value) ? value.Number(field) : null;

    /// <summary>A field's raw number; null when it was not sent.</summary>
    public long? Raw(string item, string field = "") => TryGet(item, out var value) ? value.Raw(field) : null;
}
