using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Fourfold.Codecs.Asterix.Categories;

namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Category 062: a track of a fusing tracker, filled straight from the bytes.</summary>
/// <remarks>
/// EUROCONTROL-SPEC-0149-9, edition 1.19. A value is null, and a span empty, when its item was not sent. Lives as long as
/// the bytes it was read from. One track may be used for many records: <see cref="TryRead"/> overwrites it.
/// </remarks>
public ref partial struct SystemTrack
{
    private const ulong Ends = 0x0101_0101_0100_0000;

    // FRN 2 and 29 to 33 are spare.
    private const ulong Unknown = 1UL << 62 | 0xF8UL << 24;

    private static readonly PresenceLengths Lengths = new(Cat062.Edition119.ProfileArray);
    private static readonly CompoundForm DerivedForm = new(Cat062.Edition119.Item("380"));
    private static readonly CompoundForm AgesForm = new(Cat062.Edition119.Item("290"));
    private static readonly CompoundForm DataAgesForm = new(Cat062.Edition119.Item("295"));
    private static readonly CompoundForm PlanForm = new(Cat062.Edition119.Item("390"));
    private static readonly CompoundForm Mode5Form = new(Cat062.Edition119.Item("110"));
    private static readonly CompoundForm AccuraciesForm = new(Cat062.Edition119.Item("500"));
    private static readonly CompoundForm MeasuredForm = new(Cat062.Edition119.Item("340"));

    private ReadOnlySpan<byte> _record;
    private ulong _has;
    private ulong _identification;
    private int _latitude;
    private int _longitude;
    private int _x;
    private int _y;
    private uint _velocity;
    private uint _time;
    private ushort _source;
    private ushort _acceleration;
    private ushort _mode3A;
    private ushort _number;
    private ushort _flightLevel;
    private ushort _geometricAltitude;
    private ushort _barometricAltitude;
    private ushort _climb;
    private ushort _mode2;
    private byte _service;
    private byte _identificationKind;
    private byte _movement;
    private byte _fleet;
    private ushort _derivedAt;
    private ushort _statusAt;
    private ushort _agesAt;
    private ushort _dataAgesAt;
    private ushort _planAt;
    private ushort _sizeAt;
    private ushort _mode5At;
    private ushort _composedAt;
    private ushort _accuraciesAt;
    private ushort _measuredAt;
    private ushort _reservedAt;
    private ushort _specialAt;

    /// <summary>The record's bytes, its FSPEC included.</summary>
    public readonly ReadOnlySpan<byte> Record => _record;

    /// <summary>Reads the record that begins at the first byte.</summary>
    /// <param name="bytes">The records of a block from there on.</param>
    /// <param name="track">Receives it; after a fault its values mean nothing.</param>
    /// <param name="fault">None, or why the rest of the block cannot be read.</param>
    /// <returns>True with the length in <see cref="Record"/>, false at the end or with a fault.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref SystemTrack track, out AsterixFault fault)
    {
        fault = AsterixFault.None;
        if (bytes.Length < 8)
        {
            return bytes.Length > 0 && TryReadOdd(bytes, ref track, out fault);
        }
        var fspec = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var ends = ~fspec & Ends;
        if (ends == 0)
        {
            return TryReadOdd(bytes, ref track, out fault);
        }
        var octets = (BitOperations.LeadingZeroCount(ends) >> 3) + 1;
        fspec &= ~Ends & (ulong.MaxValue << (64 - 8 * octets));
        return track.Fill(bytes, fspec, octets, out fault);
    }

    private bool Fill(ReadOnlySpan<byte> bytes, ulong has, int octets, out AsterixFault fault)
    {
        var least =
            Lengths.Least(0, (uint)(has >> 57))
            + Lengths.Least(1, (uint)(has >> 49) & 127)
            + Lengths.Least(2, (uint)(has >> 41) & 127)
            + Lengths.Least(3, (uint)(has >> 33) & 127)
            + Lengths.Least(4, (uint)(has >> 25) & 127);
        var budget = new RecordBudget(bytes, octets + least);
        if (!budget.IsWhole || has == 0 || (has & Unknown) != 0)
        {
            fault =
                has == 0 ? AsterixFault.RecordEmpty
                : (has & Unknown) != 0 ? AsterixFault.ItemUnknown
                : AsterixFault.RecordTruncated;
            return false;
        }
        _has = has;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var at = FillFirst(has, ref first, octets);
        at = FillSecond(has, ref first, at, ref budget);
        at = FillThird(has, ref first, at, ref budget);
        if ((has & 0xFF_FFFF_FFFF) != 0)
        {
            at = FillRest(has, ref first, at, ref budget);
        }
        fault = budget.Fault;
        if (fault is not AsterixFault.None)
        {
            return false;
        }
        _record = bytes[..at];
        return true;
    }

    private int FillFirst(ulong has, ref byte first, int at)
    {
        if ((has & I010) != 0)
        {
            _source = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I015) != 0)
        {
            _service = BigEndian.U8(ref first, at);
            at += 1;
        }
        if ((has & I070) != 0)
        {
            _time = BigEndian.U24(ref first, at);
            at += 3;
        }
        if ((has & I105) != 0)
        {
            _latitude = (int)BigEndian.U32(ref first, at);
            _longitude = (int)BigEndian.U32(ref first, at + 4);
            at += 8;
        }
        if ((has & I100) != 0)
        {
            _x = (int)(BigEndian.U32(ref first, at - 1) << 8) >> 8;
            _y = (int)(BigEndian.U32(ref first, at + 2) << 8) >> 8;
            at += 6;
        }
        if ((has & I185) != 0)
        {
            _velocity = BigEndian.U32(ref first, at);
            at += 4;
        }
        return at;
    }

    private int FillSecond(ulong has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I210) != 0)
        {
            _acceleration = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I060) != 0)
        {
            _mode3A = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I245) != 0)
        {
            _identificationKind = BigEndian.U8(ref first, at);
            _identification = BigEndian.U48(ref first, at + 1);
            at += 7;
        }
        if ((has & I380) != 0)
        {
            _derivedAt = (ushort)at;
            at = budget.AfterCompound(at, DerivedForm);
        }
        if ((has & I040) != 0)
        {
            _number = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I080) != 0)
        {
            _statusAt = (ushort)at;
            at = budget.AfterChain(at, 1);
        }
        if ((has & I290) != 0)
        {
            _agesAt = (ushort)at;
            at = budget.AfterCompound(at, AgesForm);
        }
        return at;
    }

    private int FillThird(ulong has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I200) != 0)
        {
            _movement = BigEndian.U8(ref first, at);
            at += 1;
        }
        if ((has & I295) != 0)
        {
            _dataAgesAt = (ushort)at;
            at = budget.AfterCompound(at, DataAgesForm);
        }
        if ((has & I136) != 0)
        {
            _flightLevel = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I130) != 0)
        {
            _geometricAltitude = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I135) != 0)
        {
            _barometricAltitude = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I220) != 0)
        {
            _climb = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I390) != 0)
        {
            _planAt = (ushort)at;
            at = budget.AfterCompound(at, PlanForm);
        }
        return at;
    }

    private int FillRest(ulong has, ref byte first, int at, ref RecordBudget budget)
    {
        if ((has & I270) != 0)
        {
            _sizeAt = (ushort)at;
            at = budget.AfterChain(at, 1);
        }
        if ((has & I300) != 0)
        {
            _fleet = BigEndian.U8(ref first, at);
            at += 1;
        }
        if ((has & I110) != 0)
        {
            _mode5At = (ushort)at;
            at = budget.AfterCompound(at, Mode5Form);
        }
        if ((has & I120) != 0)
        {
            _mode2 = BigEndian.U16(ref first, at);
            at += 2;
        }
        if ((has & I510) != 0)
        {
            _composedAt = (ushort)at;
            at = budget.AfterChain(at, 3);
        }
        if ((has & I500) != 0)
        {
            _accuraciesAt = (ushort)at;
            at = budget.AfterCompound(at, AccuraciesForm);
        }
        if ((has & I340) != 0)
        {
            _measuredAt = (ushort)at;
            at = budget.AfterCompound(at, MeasuredForm);
        }
        if ((has & IRE) != 0)
        {
            _reservedAt = (ushort)at;
            at = budget.AfterExplicit(at);
        }
        if ((has & ISP) != 0)
        {
            _specialAt = (ushort)at;
            at = budget.AfterExplicit(at);
        }
        return at;
    }

    /// <summary>A record in the last bytes of its block, or one whose FSPEC goes on behind the profile's last octet.</summary>
    private static bool TryReadOdd(ReadOnlySpan<byte> bytes, ref SystemTrack track, out AsterixFault fault)
    {
        ulong has = 0;
        var isKnown = true;
        for (var i = 0; i < bytes.Length && i < AsterixLimits.MaxFspecOctets; i++)
        {
            var bits = (ulong)(bytes[i] & 0xFE);
            has |= i < 5 ? bits << (56 - 8 * i) : 0;
            isKnown &= i < 5 || bits == 0;
            if ((bytes[i] & 1) == 0)
            {
                fault = AsterixFault.ItemUnknown;
                return isKnown && track.Fill(bytes, has, i + 1, out fault);
            }
        }
        var isCut = bytes.Length < AsterixLimits.MaxFspecOctets;
        fault = isCut ? AsterixFault.RecordTruncated : AsterixFault.FspecTooLong;
        return false;
    }
}
