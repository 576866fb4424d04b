using Fourfold.Codecs.Ais;

namespace Fourfold.Codecs.Nmea;

/// <summary>Is told which fragments were given up.</summary>
internal interface IFragmentDrops
{
    void Drop(NmeaFault fault, long offset, long line, scoped ReadOnlySpan<byte> sample);
}

/// <summary>Joins the fragments of one source's messages, in any order, and gives up what waits too long.</summary>
/// <remarks>
/// Two fragments belong together when talker, VDM or VDO, sequence number, channel and total are equal, and neither
/// station nor group, where both name one, differ. A fragment that names neither and fits messages of several stations
/// is refused: nothing may cross stations. Sequence numbers repeat after ten messages, so a message whose first fragment
/// is missing waits only <see cref="NmeaLimits.ReorderWindowSentences"/>.
/// </remarks>
internal sealed class FragmentAssembler
{
    private readonly PendingMessage?[] _slots = new PendingMessage?[NmeaLimits.MaxPendingMessages];
    private int _count;

    /// <summary>Messages that wait for fragments.</summary>
    public int Pending => _count;

    /// <summary>Takes a fragment; the message when this one made it whole, to be read before the next call.</summary>
    /// <param name="sentence">The sentence the fragment came in.</param>
    /// <param name="vdm">Its fields; total is above 1.</param>
    /// <param name="index">Number of the sentence in its source, ascending.</param>
    /// <param name="nowUnixMs">The caller's clock, milliseconds.</param>
    /// <param name="drops">Is told what was given up.</param>
    public PendingMessage? Add<TDrops>(
        in NmeaSentence sentence,
        in VdmSentence vdm,
        long index,
        long nowUnixMs,
        ref TDrops drops
    )
        where TDrops : IFragmentDrops, allows ref struct
    {
        if (_count > 0)
        {
            Expire(index, nowUnixMs, ref drops);
        }
        var part = new Fragment(in sentence, in vdm);
        var found = Find(in part, out var ambiguous);
        if (ambiguous)
        {
            drops.Drop(NmeaFault.FragmentAmbiguous, part.Offset, part.Line, part.Payload);
            return null;
        }
        if (found >= 0 && Slot(found).Has(part.Number))
        {
            if (Slot(found).Payload(part.Number).SequenceEqual(part.Payload))
            {
                drops.Drop(NmeaFault.FragmentRepeated, part.Offset, part.Line, part.Payload);
                return null;
            }
            GiveUp(found, NmeaFault.FragmentReplaced, ref drops);
            found = -1;
        }
        if (found < 0)
        {
            found = Begin(part, index, nowUnixMs, ref drops);
        }
        return Put(found, part, ref drops);
    }

    /// <summary>Counts all that wait as expired.</summary>
    public void GiveUpAll<TDrops>(ref TDrops drops)
        where TDrops : IFragmentDrops, allows ref struct
    {
        while (_count > 0)
        {
            GiveUp(0, NmeaFault.FragmentExpired, ref drops);
        }
    }

    private PendingMessage? Put<TDrops>(int slot, scoped Fragment part, ref TDrops drops)
        where TDrops : IFragmentDrops, allows ref struct
    {
        var message = Slot(slot);
        if (!message.TryAdd(in part))
        {
            GiveUp(slot, NmeaFault.PayloadTooLong, ref drops);
            return null;
        }
        if (!message.IsWhole)
        {
            return null;
        }
        Remove(slot);
        return message;
    }

    private int Find(in Fragment part, out bool ambiguous)
    {
        var (strong, weak, strongCount, weakCount) = (-1, -1, 0, 0);
        for (var i = 0; i < _count; i++)
        {
            switch (Slot(i).Fit(in part))
            {
                case FragmentFit.Named:
                    (strong, strongCount) = (i, strongCount + 1);
                    break;
                case FragmentFit.Possible:
                    (weak, weakCount) = (i, weakCount + 1);
                    break;
                default:
                    break;
            }
        }
        // A first fragment that fits only by silence, but whose place is taken, begins a message of another station.
        if (strongCount == 0 && weakCount == 1 && part.Number == 1 && Slot(weak).Has(1))
        {
            weakCount = 0;
        }
        ambiguous = strongCount > 1 || (strongCount == 0 && weakCount > 1);
        return strongCount == 1 ? strong
            : weakCount == 1 ? weak
            : -1;
    }

    private int Begin<TDrops>(scoped Fragment part, long index, long nowUnixMs, ref TDrops drops)
        where TDrops : IFragmentDrops, allows ref struct
    {
        if (_count == _slots.Length)
        {
            // The order of arrival is kept, so the first is the oldest.
            GiveUp(0, NmeaFault.FragmentEvicted, ref drops);
        }
        var message = _slots[_count] ??= new PendingMessage();
        message.Begin(in part, index, nowUnixMs);
        return _count++;
    }

    private void Expire<TDrops>(long index, long nowUnixMs, ref TDrops drops)
        where TDrops : IFragmentDrops, allows ref struct
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            if (Slot(i).IsExpired(index, nowUnixMs))
            {
                GiveUp(i, NmeaFault.FragmentExpired, ref drops);
            }
        }
    }

    private void GiveUp<TDrops>(int slot, NmeaFault fault, ref TDrops drops)
        where TDrops : IFragmentDrops, allows ref struct
    {
        var message = Slot(slot);
        Remove(slot);
        drops.Drop(fault, message.Offset, message.Line, message.Sample);
    }

    // Keeps the order of arrival, and the object for its next use.
    private void Remove(int slot)
    {
        var message = _slots[slot];
        _count--;
        if (slot < _count)
        {
            _slots.AsSpan(slot + 1, _count - slot).CopyTo(_slots.AsSpan(slot));
            _slots[_count] = message;
        }
    }

    private PendingMessage Slot(int index) =>
        _slots[index] ?? throw new InvalidOperationException("a slot below the count is always filled");
}

/// <summary>How well a fragment fits a pending message.</summary>
internal enum FragmentFit
{
    /// <summary>It belongs to another message.</summary>
    No,

    /// <summary>Nothing speaks against it, but only one of the two names its station.</summary>
    Possible,

    /// <summary>Station and group agree.</summary>
    Named,
}

/// <summary>One fragment as its sentence gave it.</summary>
internal readonly ref struct Fragment
{
    public Fragment(in NmeaSentence sentence, in VdmSentence vdm)
    {
        var origin = sentence.Origin;
        Key = new FragmentKey(vdm.Talker, vdm.IsOwnShip, vdm.Sequence, vdm.Channel, vdm.Total);
        Number = vdm.Number;
        FillBits = vdm.FillBits;
        Payload = sentence.Raw.Slice(vdm.PayloadStart, vdm.PayloadLength);
        Station =
            origin.Station.Length > PendingMessage.MaxStationBytes
                ? origin.Station[..PendingMessage.MaxStationBytes]
                : origin.Station;
        GroupId = origin.GroupOf(vdm.Total);
        Offset = origin.Offset;
        End = origin.Offset + origin.Length;
        Line = origin.Line;
        TimeUnixMs = origin.RawTime;
        ChecksumValid = sentence.ChecksumValid;
    }

    public FragmentKey Key { get; }
    public int Number { get; }
    public int FillBits { get; }
    public ReadOnlySpan<byte> Payload { get; }
    public ReadOnlySpan<byte> Station { get; }

    /// <summary>Tag block group, or −1.</summary>
    public int GroupId { get; }
    public long Offset { get; }
    public long End { get; }
    public long Line { get; }
    public long TimeUnixMs { get; }
    public bool ChecksumValid { get; }
}

/// <summary>What every fragment of a message has in common, in one word so that it compares at once.</summary>
internal readonly record struct FragmentKey(ulong Packed)
{
    public FragmentKey(ushort talker, bool isOwnShip, int sequence, char channel, int total)
        : this(
            ((ulong)talker << 48)
                | ((ulong)(byte)(sequence + 1) << 40)
                | ((ulong)channel << 16)
                | ((ulong)total << 8)
                | (isOwnShip ? 1UL : 0)
        ) { }

    public char Channel => (char)(Packed >> 16);

    public int Total => (byte)(Packed >> 8);
}
