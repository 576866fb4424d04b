using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Fourfold.Codecs.Ais;

namespace Fourfold.Codecs.Text;

/// <summary>
/// Writes members of a JSON object behind at least one other, each with its comma, where a message costs what its text
/// costs: taken from a <see cref="JsonLine"/> and given back to it.
/// </summary>
/// <remarks>
/// As a local of which everything is inlined it lives in registers. Each member makes sure of <see cref="Room"/> bytes
/// before it writes, which is more than any: nothing is written behind the destination whatever the message holds.
/// </remarks>
internal ref struct JsonMembers
{
    /// <summary>Bytes that the longest member takes: a name, 4 bytes around it and a number, or a text in which every character is escaped.</summary>
    public const int Room = 160;

    // A name of at most 32 bytes and a value of at most 122.
    private const int MaxNameBytes = 32;
    private const int MaxTextCharacters = 60;
    private const int MaxPlainBytes = 100;

    private readonly ref byte _first;
    private readonly ref byte _full;
    private ref byte _at;

    /// <summary>Goes on behind so many bytes.</summary>
    /// <exception cref="ArgumentException">There is no room for one member.</exception>
    public JsonMembers(Span<byte> destination, int written)
    {
        if (destination.Length - written < Room)
        {
            NoRoom();
        }
        _first = ref MemoryMarshal.GetReference(destination);
        _full = ref Unsafe.Add(ref _first, destination.Length - Room);
        _at = ref Unsafe.Add(ref _first, written);
    }

    /// <summary>Bytes of the destination that are written.</summary>
    public readonly int Length => (int)Unsafe.ByteOffset(ref _first, ref _at);

    /// <summary>Text as it is, a constant of at most 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> constant)
    {
        Ensure();
        Put(constant, ref _at);
        _at = ref Unsafe.Add(ref _at, constant.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(ReadOnlySpan<byte> name, uint value)
    {
        Name(name);
        _at = ref DecimalText.Append(value, ref _at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        _at = ref (ulong)value <= uint.MaxValue
            ? ref DecimalText.Append((uint)value, ref _at)
            : ref DecimalText.AppendLong(value, ref _at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Maybe(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } known)
        {
            Number(name, (long)known);
        }
    }

    /// <summary>An unsigned field; left out when the message is too short for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void UInt(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Number(name, bits.UInt(offset, width));
        }
    }

    /// <summary>A field in two's complement; left out when the message is too short for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Int(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Name(name);
            _at = ref DecimalText.AppendSigned(bits.Int(offset, width), ref _at);
        }
    }

    /// <summary>One bit as true or false; left out when the message is too short for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Flag(ReadOnlySpan<byte> name, AisBits bits, int offset)
    {
        if (bits.Has(offset, 1))
        {
            Bool(name, bits.Flag(offset));
        }
    }

    /// <summary>A string of at most 100 bytes that needs no escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Plain(ReadOnlySpan<byte> name, ReadOnlySpan<byte> text)
    {
        Name(name);
        _at = ref AppendPlain(text, ref _at);
    }

    /// <summary>A number of one digit, 0–9.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Digit(ReadOnlySpan<byte> name, uint value)
    {
        Debug.Assert(value < 10);
        Name(name);
        _at = (byte)('0' + value);
        _at = ref Unsafe.Add(ref _at, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Maybe(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known)
        {
            Bool(name, known);
        }
    }

    /// <summary>A string of one printable character that is neither a quote nor a backslash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Letter(ReadOnlySpan<byte> name, byte letter)
    {
        Name(name);
        _at = (byte)'"';
        Unsafe.Add(ref _at, 1) = letter;
        Unsafe.Add(ref _at, 2) = (byte)'"';
        _at = ref Unsafe.Add(ref _at, 3);
    }

    /// <summary>A UTC time in milliseconds since 1970 as a string, empty beyond the year 9999.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Time(ReadOnlySpan<byte> name, long unixMs)
    {
        Name(name);
        _at = ref AppendTime(unixMs, ref _at);
    }

    /// <summary>Eight bytes are copied whatever it is, so that chance decides no branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bool(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Put("falsetrue    "u8.Slice(value ? 5 : 0, 8), ref _at);
        _at = ref Unsafe.Add(ref _at, value ? 4 : 5);
    }

    /// <summary>A number with one digit behind the point, rounded to the nearest; its magnitude is less than 100,000,000.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tenths(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } known)
        {
            Name(name);
            _at = ref DecimalText.AppendTenths((int)Math.Round(known * 10), ref _at);
        }
    }

    /// <summary>1/600,000 degrees as degrees with six digits behind the point, rounded to the nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Degrees(ReadOnlySpan<byte> name, int sixHundredThousandths)
    {
        Name(name);
        // Ten sixths of a whole number never end in a half: which is nearest is never in doubt.
        var sign = sixHundredThousandths >> 31;
        _at = ref DecimalText.AppendMillionths((sixHundredThousandths * 10L + 3 + sign * 6) / 6, ref _at);
    }

    /// <summary>Six-bit text of at most 60 characters; nothing when it says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(ReadOnlySpan<byte> name, AisText text)
    {
        if (text.Capacity > 0)
        {
            ref var before = ref _at;
            Name(name);
            _at = ref AppendText(text, ref _at, ref before);
        }
    }

    /// <summary>The same, also when it says nothing; nothing when the message ends before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AnyText(ReadOnlySpan<byte> name, AisText text)
    {
        if (text.Capacity > 0)
        {
            Name(name);
            _at = ref AppendText(text, ref _at, ref Unsafe.NullRef<byte>());
        }
    }

    private static ref byte AppendPlain(ReadOnlySpan<byte> text, ref byte at)
    {
        if (text.Length > MaxPlainBytes)
        {
            NoRoom();
        }
        at = (byte)'"';
        Put(text, ref Unsafe.Add(ref at, 1));
        Unsafe.Add(ref at, text.Length + 1) = (byte)'"';
        return ref Unsafe.Add(ref at, text.Length + 2);
    }

    private static ref byte AppendTime(long unixMs, ref byte at)
    {
        at = (byte)'"';
        var length = UtcText.Write(unixMs, MemoryMarshal.CreateSpan(ref Unsafe.Add(ref at, 1), UtcText.MaxBytes));
        Unsafe.Add(ref at, length + 1) = (byte)'"';
        return ref Unsafe.Add(ref at, length + 2);
    }

    private static ref byte AppendText(AisText text, ref byte at, ref byte ifEmpty)
    {
        var room = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref at, 1), MaxTextCharacters);
        var length = text.CopyTo(room);
        if (length == 0 && !Unsafe.IsNullRef(ref ifEmpty))
        {
            return ref ifEmpty;
        }
        at = (byte)'"';
        // Six-bit text seldom holds a quote or backslash.
        length = room[..length].IndexOfAny((byte)'"', (byte)'\\') < 0 ? length : Escape(ref at, length);
        Unsafe.Add(ref at, length + 1) = (byte)'"';
        return ref Unsafe.Add(ref at, length + 2);
    }

    private static int Escape(ref byte quote, int length)
    {
        Span<byte> text = stackalloc byte[MaxTextCharacters];
        text = text[..length];
        MemoryMarshal.CreateSpan(ref Unsafe.Add(ref quote, 1), length).CopyTo(text);
        var escaped = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref quote, 1), 2 * MaxTextCharacters);
        var at = 0;
        foreach (var one in text)
        {
            if (one is (byte)'"' or (byte)'\\')
            {
                escaped[at++] = (byte)'\\';
            }
            escaped[at++] = one;
        }
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Name(ReadOnlySpan<byte> name)
    {
        Debug.Assert(name.Length <= MaxNameBytes);
        Ensure();
        _at = (byte)',';
        Unsafe.Add(ref _at, 1) = (byte)'"';
        Put(name, ref Unsafe.Add(ref _at, 2));
        Unsafe.Add(ref _at, name.Length + 2) = (byte)'"';
        Unsafe.Add(ref _at, name.Length + 3) = (byte)':';
        _at = ref Unsafe.Add(ref _at, name.Length + 4);
    }

    // Unrolled where the length is a constant, as it is once inlined.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ReadOnlySpan<byte> text, ref byte at) =>
        Unsafe.CopyBlockUnaligned(ref at, ref MemoryMarshal.GetReference(text), (uint)text.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Ensure()
    {
        if (Unsafe.IsAddressGreaterThan(ref _at, ref _full))
        {
            NoRoom();
        }
    }

    private static void NoRoom() => throw new ArgumentException("the destination is too short", "destination");
}
