using System.Buffers.Binary;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Encoding;

/// <summary>Writes records of one category into data blocks; what it writes is read back the same. Not thread-safe.</summary>
/// <example>
/// <code>
/// var radar = new AsterixEncoder(Cat048.Edition131);
/// radar["010"].Set("SAC", 25).Set("SIC", 201);
/// radar["140"].Set(secondsSinceMidnight);
/// radar["040"].Set("RHO", 12.5).Set("THETA", 271.3);
/// radar.TryEndRecord();
/// socket.Send(radar.Block);
/// radar.Clear();
/// </code>
/// </example>
public sealed class AsterixEncoder
{
    private readonly Dictionary<string, AsterixDraft> _drafts = new(StringComparer.Ordinal);
    private readonly byte[] _block;
    private int _length = AsterixLimits.HeaderOctets;

    /// <summary>An encoder with an empty block.</summary>
    /// <param name="category">Category and edition.</param>
    /// <param name="maxBlockOctets">Longest block: what a datagram should hold, or less than 65,536.</param>
    public AsterixEncoder(AsterixCategory category, int maxBlockOctets = AsterixLimits.MaxBlockOctets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBlockOctets, AsterixLimits.HeaderOctets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBlockOctets, AsterixLimits.MaxBlockOctets);
        Category = category;
        _block = new byte[maxBlockOctets];
        _block[0] = category.Number;
        foreach (var item in category.ProfileArray.Concat(category.AlternativeArray ?? []))
        {
            if (item is not null)
            {
                _drafts.TryAdd(item.Name, new AsterixDraft(item));
            }
        }
    }

    /// <summary>Category and edition.</summary>
    public AsterixCategory Category { get; }

    /// <summary>Records in the block.</summary>
    public int Records { get; private set; }

    /// <summary>The block so far, with its header; lives until the next record or <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Block
    {
        get
        {
            BinaryPrimitives.WriteUInt16BigEndian(_block.AsSpan(1), (ushort)_length);
            return _block.AsSpan(0, _length);
        }
    }

    /// <summary>An item of the record being written.</summary>
    /// <exception cref="KeyNotFoundException">The edition has no such item.</exception>
    public AsterixDraft this[string item] =>
        _drafts.TryGetValue(item, out var draft)
            ? draft
            : throw new KeyNotFoundException(
                $"category {Category.Number} edition {Category.Edition} has no item {item}"
            );

    /// <summary>Puts the record into the block and begins the next.</summary>
    /// <returns>
    /// False when it does not fit: the record is kept, so that the block can be sent and cleared and the record ended again.
    /// </returns>
    /// <exception cref="InvalidOperationException">Nothing is set, or an item that the record's profile does not have.</exception>
    public bool TryEndRecord()
    {
        var profile = Profile();
        var last = Array.FindLastIndex(profile, IsSet);
        if (last < 0 || _drafts.Values.Count(draft => draft.IsSet) != profile.Count(IsSet))
        {
            throw new InvalidOperationException("the record is empty or holds an item that its profile does not have");
        }
        var record = _block.AsSpan(_length);
        var at = last / 7 + 1;
        if (record.Length < at)
        {
            return false;
        }
        record[..at].Clear();
        for (var i = 0; i <= last; i++)
        {
            if (!IsSet(profile[i]))
            {
                continue;
            }
            record[i / 7] |= (byte)(0x80 >> (i % 7));
            var length = _drafts[profile[i]!.Name].Write(record[at..]); // Only items are set.
            if (length < 0)
            {
                return false;
            }
            at += length;
        }
        for (var i = 0; i < last / 7; i++)
        {
            record[i] |= 1;
        }
        _length += at;
        Records++;
        ClearRecord();
        return true;
    }

    /// <summary>Forgets the record being written.</summary>
    public void ClearRecord()
    {
        foreach (var draft in _drafts.Values)
        {
            draft.Clear();
        }
    }

    /// <summary>Empties the block; the record being written is kept.</summary>
    public void Clear()
    {
        _length = AsterixLimits.HeaderOctets;
        Records = 0;
    }

    private bool IsSet(AsterixItem? item) => item is not null && _drafts[item.Name].IsSet;

    private AsterixItem?[] Profile()
    {
        if (Category.AlternativeArray is not { } alternative)
        {
            return Category.ProfileArray;
        }
        Span<byte> chooser = stackalloc byte[8];
        _ = _drafts[Category.ProfileArray[Category.AlternativeBy]!.Name].Write(chooser); // A category that chooses has the item.
        return (chooser[0] & 0x80) != 0 ? alternative : Category.ProfileArray;
    }
}
