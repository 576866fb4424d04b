using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Fourfold.Codecs.Asterix.Categories;

namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Category 048: a plot or local track of one radar, filled straight from the bytes.</summary>
/// <remarks>
/// EUROCONTROL-SPEC-0149-4, edition 1.31. A value is null, and a span empty, when its item was not sent. Lives as long as
/// the bytes it was read from. One target may be used for many records: <see cref="TryRead"/> overwrites it.
/// </remarks>
public ref partial struct MonoradarTarget
{
    private static readonly PresenceLengths Lengths = new(Cat048.Edition131.ProfileArray);
    private static readonly CompoundForm DopplerForm = new(Cat048.Edition131.Item("120"));
    private static readonly CompoundForm PlotForm = new(Cat048.Edition131.Item("130"));

    private ReadOnlySpan<byte> _record;
    private uint _has;
    private uint _time;
    private uint _polar;
    private uint _cartesian;
    private uint _velocity;
    private uint _quality;
    private uint _address;
    private ulong _identification;
    private ushort _source;
    private ushort _mode3A;
    private ushort _flightLevel;
    private ushort _track;
    private ushort _height;
    private ushort _capability;
    private ushort _mode2;
    private byte _mode1;
    private ushort _descriptorAt;
    private ushort _plotAt;
    private ushort _registersAt;
    private ushort _statusAt;
    private ushort _warningsAt;
    private ushort _confidenceAt;
    private ushort _modeCAt;
    private ushort _dopplerAt;
    private ushort _advisoryAt;
    private ushort _specialAt;
    private ushort _reservedAt;

    /// <summary>The record's bytes, its FSPEC included.</summary>
    public readonly ReadOnlySpan<byte> Record => _record;

    /// <summary>Reads the record that begins at the first byte.</summary>
    /// <param name="bytes">The records of a block from there on.</param>
    /// <param name="target">Receives it; after a fault its values mean nothing.</param>
    /// <param name="fault">None, or why the rest of the block cannot be read.</param>
    /// <returns>True with the length in <see cref="Record"/>, false at the end or with a fault.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref MonoradarTarget target, out AsterixFault fault)
    {
        fault = AsterixFault.None;
        if (bytes.Length < 4)
        {
            return bytes.Length > 0 && TryReadShort(bytes, ref target, out fault);
        }
        var fspec = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var ends = ~fspec & 0x01010101;
        if (ends == 0)
        {
            return TryReadLong(bytes, fspec, ref target, out fault);
        }
        var octets = (BitOperations.LeadingZeroCount(ends) >> 3) + 1;
        fspec &= 0xFEFEFEFE & (uint.MaxValue << (32 - 8 * octets));
        return target.Fill(bytes, fspec, octets, out fault);
    }

    private bool Fill(ReadOnlySpan<byte> bytes, uint has, int octets, out AsterixFault fault)
    {
        var least =
            Lengths.Least(0, has >> 25)
            + Lengths.Least(1, (has >> 17) & 127)
            + Lengths.Least(2, (has >> 9) & 127)
            + Lengths.Least(3, (has >> 1) & 127);
        var budget = new RecordBudget(bytes, octets + least);
        if (!budget.IsWhole || has == 0)
        {
            fault = has == 0 ? AsterixFault.RecordEmpty : AsterixFault.RecordTruncated;
            return false;
        }
        _has = has;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var at = FillFirst(has, ref first, octets, ref budget);
        at = FillSecond(has, ref first, at, ref budget);
        if ((has & 0xFFFF) != 0)
        {
            at = FillThird(has, ref first, at, ref budget);
            at = FillFourth(has, ref first, at, ref budget);
        }
        fault = budget.Fault;
        if (fault is not AsterixFault.None)
        {
            return false;
        }
        _record = bytes[..at];
        return true;
    }

    private int FillFirst(uint has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I010) != 0)
        {
            _source = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I140) != 0)
        {
            _time = BigEndian.U24(ref first, at);
            at += 3;
        }
        if ((has & I020) != 0)
        {
            _descriptorAt = (ushort)at;
            at = budget.AfterChain(at, 1);
        }
        if ((has & I040) != 0)
        {
            _polar = BigEndian.U32(ref first, at);
            at += 4;
        }
        if ((has & I070) != 0)
        {
            _mode3A = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I090) != 0)
        {
            _flightLevel = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I130) != 0)
        {
            _plotAt = (ushort)at;
            at = budget.AfterCompound(at, PlotForm);
        }
        return at;
    }

    private int FillSecond(uint has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I220) != 0)
        {
            _address = BigEndian.U24(ref first, at);
            at += 3;
        }
        if ((has & I240) != 0)
        {
            _identification = BigEndian.U48(ref first, at);
            at += 6;
        }
        if ((has & I250) != 0)
        {
            _registersAt = (ushort)at;
            at = budget.AfterCounted(at, 8);
        }
        if ((has & I161) != 0)
        {
            _track = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I042) != 0)
        {
            _cartesian = BigEndian.U32(ref first, at);
            at += 4;
        }
        if ((has & I200) != 0)
        {
            _velocity = BigEndian.U32(ref first, at);
            at += 4;
        }
        if ((has & I170) != 0)
        {
            _statusAt = (ushort)at;
            at = budget.AfterChain(at, 1);
        }
        return at;
    }

    private int FillThird(uint has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I210) != 0)
        {
            _quality = BigEndian.U32(ref first, at);
            at += 4;
        }
        if ((has & I030) != 0)
        {
            _warningsAt = (ushort)at;
            at = budget.AfterChain(at, 1);
        }
        if ((has & I080) != 0)
        {
            _confidenceAt = (ushort)at;
            at += 2;
        }
        if ((has & I100) != 0)
        {
            _modeCAt = (ushort)at;
            at += 4;
        }
        if ((has & I110) != 0)
        {
            _height = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I120) != 0)
        {
            _dopplerAt = (ushort)at;
            at = budget.AfterCompound(at, DopplerForm);
        }
        if ((has & I230) != 0)
        {
            _capability = BigEndian.U16(ref first, at);
            at += 2;
        }
        return at;
    }

    private int FillFourth(uint has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I260) != 0)
        {
            _advisoryAt = (ushort)at;
            at += 7;
        }
        if ((has & I055) != 0)
        {
            _mode1 = BigEndian.U8(ref first, at);
            at += 1;
        }
        if ((has & I050) != 0)
        {
            _mode2 = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I065) != 0)
        {
            at += 1;
        }
        if ((has & I060) != 0)
        {
            at += 2;
        }
        if ((has & ISP) != 0)
        {
            _specialAt = (ushort)at;
            at = budget.AfterExplicit(at);
        }
        if ((has & IRE) != 0)
        {
            _reservedAt = (ushort)at;
            at = budget.AfterExplicit(at);
        }
        return at;
    }

    /// <summary>A record within the last three bytes of its block.</summary>
    private static bool TryReadShort(ReadOnlySpan<byte> bytes, ref MonoradarTarget target, out AsterixFault fault)
    {
        uint has = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            has |= (uint)(bytes[i] & 0xFE) << (24 - 8 * i);
            if ((bytes[i] & 1) == 0)
            {
                return target.Fill(bytes, has, i + 1, out fault);
            }
        }
        fault = AsterixFault.RecordTruncated;
        return false;
    }

    /// <summary>A record whose FSPEC goes on behind the profile's last octet: harmless while nothing is set there.</summary>
    private static bool TryReadLong(
        ReadOnlySpan<byte> bytes,
        uint fspec,
        ref MonoradarTarget target,
        out AsterixFault fault
    )
    {
        var end = bytes[..Math.Min(bytes.Length, AsterixLimits.MaxFspecOctets)];
        var isKnown = true;
        for (var i = 4; i < end.Length; i++)
        {
            isKnown &= (end[i] & 0xFE) == 0;
            if ((end[i] & 1) == 0)
            {
                fault = AsterixFault.ItemUnknown;
                return isKnown && target.Fill(bytes, fspec & 0xFEFEFEFE, i + 1, out fault);
            }
        }
        var isCut = bytes.Length < AsterixLimits.MaxFspecOctets;
        fault = isCut ? AsterixFault.RecordTruncated : AsterixFault.FspecTooLong;
        return false;
    }
}
