using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Finds the items of one record by the profile of its edition.</summary>
internal readonly ref struct RecordWalk
{
    private RecordWalk(AsterixFault fault, int at, AsterixItem? item)
    {
        Fault = fault;
        Length = at;
        Item = item;
        Profile = [];
    }

    /// <summary>None, or why the record could not be walked.</summary>
    public AsterixFault Fault { get; private init; }

    /// <summary>Octets of the record; with a fault, of the record up to what is wrong.</summary>
    public int Length { get; private init; }

    /// <summary>Items found.</summary>
    public int Count { get; private init; }

    /// <summary>The item that is wrong.</summary>
    public AsterixItem? Item { get; private init; }

    /// <summary>The profile that holds for the record.</summary>
    public AsterixItem?[] Profile { get; private init; }

    /// <summary>Walks the record at the first byte and notes where its items are.</summary>
    /// <param name="category">The edition.</param>
    /// <param name="bytes">The record and what follows it in the block; not empty.</param>
    /// <param name="places">Room for <see cref="AsterixLimits.MaxItems"/>.</param>
    public static RecordWalk Over(AsterixCategory category, ReadOnlySpan<byte> bytes, Span<ItemPlace> places)
    {
        var fspec = FspecLength(bytes);
        if (fspec <= 0)
        {
            return new RecordWalk(fspec == 0 ? AsterixFault.RecordTruncated : AsterixFault.FspecTooLong, 0, null);
        }
        var profile = category.ProfileArray;
        var at = fspec;
        var count = 0;
        for (var i = 0; i < fspec * 8; i++)
        {
            // The eighth bit of each octet is FX.
            if ((i & 7) == 7 || (bytes[i >> 3] & (0x80 >> (i & 7))) == 0)
            {
                continue;
            }
            var index = i - (i >> 3);
            var item = index < profile.Length ? profile[index] : null;
            if (item is null)
            {
                return new RecordWalk(AsterixFault.ItemUnknown, at, null);
            }
            var length = ItemLength.Of(item, bytes[at..], out var fault);
            if (fault is not AsterixFault.None)
            {
                return new RecordWalk(fault, at, item);
            }
            if (index == category.AlternativeBy && (bytes[at] & 0x80) != 0)
            {
                profile = category.AlternativeArray!; // A category that chooses by an item has both.
            }
            places[count++] = new ItemPlace((byte)index, (ushort)at, (ushort)length);
            at += length;
        }
        var empty = count == 0 ? AsterixFault.RecordEmpty : AsterixFault.None;
        return new RecordWalk(empty, at, null) { Count = count, Profile = profile };
    }

    /// <summary>Octets of the field specification; 0 when it does not end, −1 when it is too long.</summary>
    private static int FspecLength(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && i < AsterixLimits.MaxFspecOctets; i++)
        {
            if ((bytes[i] & 1) == 0)
            {
                return i + 1;
            }
        }
        return bytes.Length < AsterixLimits.MaxFspecOctets ? 0 : -1;
    }
}
