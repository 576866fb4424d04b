using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>
/// What a record may take of its block. The least length of all items that the FSPEC names is checked at once, so that
/// what has a fixed length is read without further checks; what is longer pays out of the slack.
/// </summary>
/// <remarks>
/// After a fault it goes on as if the item had its least length: no read leaves the block, and the caller asks for the
/// fault once, at the end. Positions are handed in and out so that they stay in a register.
/// </remarks>
internal ref struct RecordBudget
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _slack;

    /// <summary>A budget for a record.</summary>
    /// <param name="bytes">The record and what follows it in the block.</param>
    /// <param name="least">Octets its FSPEC and its items take at least.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RecordBudget(ReadOnlySpan<byte> bytes, int least)
    {
        _bytes = bytes;
        _slack = bytes.Length - least;
    }

    /// <summary>False when the block ends within the record.</summary>
    public readonly bool IsWhole => _slack >= 0;

    /// <summary>What was wrong first; none as long as nothing was.</summary>
    public AsterixFault Fault { get; private set; }

    /// <summary>The position behind an item closed by FX, of which the least length counts one element.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="octets">Octets of each element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AfterChain(int at, int octets)
    {
        ref var first = ref MemoryMarshal.GetReference(_bytes);
        at += octets;
        return (Unsafe.Add(ref first, at - 1) & 1) == 0 ? at : AfterExtents(at, octets);
    }

    /// <summary>The position behind an octet and as many elements as it says.</summary>
    /// <param name="at">Where it is.</param>
    /// <param name="octets">Octets of each element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AfterCounted(int at, int octets) =>
        Pay(at, 1 + Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), at) * octets);

    /// <summary>The position behind an explicit item: RE, SP.</summary>
    public int AfterExplicit(int at)
    {
        var length = _bytes[at];
        if (length == 0)
        {
            Fail(AsterixFault.LengthInvalid);
        }
        return Pay(at, Math.Max((int)length, 1));
    }

    /// <summary>The position behind a compound item.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="form">Its table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AfterCompound(int at, CompoundForm form)
    {
        var length = form.Lengths.Compound(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), at), _slack + 1);
        return Pay(at, length < 0 ? Walk(at, form.Item) : length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int AfterExtents(int at, int octets)
    {
        do
        {
            if (octets > _slack)
            {
                Fail(AsterixFault.RecordTruncated);
                break;
            }
            _slack -= octets;
            at += octets;
        } while ((_bytes[at - 1] & 1) != 0);
        return at;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Walk(int at, AsterixItem item)
    {
        var length = ItemLength.Of(item, _bytes[at..], out var fault);
        if (fault is not AsterixFault.None)
        {
            Fail(fault);
        }
        return Math.Max(length, 1);
    }

    /// <summary>Advances by an item of which the least length counts one octet; by that octet alone when there is not more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Pay(int at, int octets)
    {
        if (octets - 1 > _slack)
        {
            Fail(AsterixFault.RecordTruncated);
            return at + 1;
        }
        _slack -= octets - 1;
        return at + octets;
    }

    private void Fail(AsterixFault fault) => Fault = Fault is AsterixFault.None ? fault : Fault;
}

/// <summary>A compound item and the lengths of its parts.</summary>
internal sealed class CompoundForm(AsterixItem item)
{
    public AsterixItem Item { get; } = item;

    public PresenceLengths Lengths { get; } = new(item.PartArray);
}
