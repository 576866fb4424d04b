using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Codecs.Text;

/// <summary>Writes nested JSON whose names come from tables, at about the cost of its text.</summary>
/// <remarks>
/// Members and elements all begin with their comma. Closing an object or array turns its first comma into the bracket, so
/// that nothing has to be remembered but where it began. Whatever is written makes sure of its room before.
/// </remarks>
internal ref struct JsonTree
{
    // More than any name with what is around it, number or bracket takes, and what a short name is copied beyond its end.
    private const int Room = 64;

    private readonly ref byte _first;
    private readonly ref byte _full;
    private ref byte _at;

    /// <exception cref="ArgumentException">There is no room for one member.</exception>
    public JsonTree(Span<byte> destination)
    {
        if (destination.Length < Room)
        {
            NoRoom();
        }
        _first = ref MemoryMarshal.GetReference(destination);
        _full = ref Unsafe.Add(ref _first, destination.Length - Room);
        _at = ref _first;
    }

    /// <summary>Bytes written; where an object or array begins, taken before its first member.</summary>
    public readonly int Length => (int)Unsafe.ByteOffset(ref _first, ref _at);

    public void Name(JsonName name)
    {
        Ensure();
        ref var text = ref MemoryMarshal.GetArrayDataReference(name.Bytes);
        if (name.Length <= JsonName.Short)
        {
            Vector128.LoadUnsafe(ref text).StoreUnsafe(ref _at);
        }
        else
        {
            Unsafe.CopyBlockUnaligned(ref _at, ref text, (uint)name.Length);
        }
        _at = ref Unsafe.Add(ref _at, name.Length);
    }

    /// <summary>Before an element of an array.</summary>
    public void Comma() => Byte((byte)',');

    /// <summary>Closes an object that began at so many bytes.</summary>
    public void CloseObject(int began) => Close(began, (byte)'{', (byte)'}');

    /// <summary>Closes an array that began at so many bytes.</summary>
    public void CloseArray(int began) => Close(began, (byte)'[', (byte)']');

    public void Number(long value)
    {
        Ensure();
        if ((ulong)value < 10)
        {
            Put((byte)('0' + value));
            return;
        }
        _at = ref (ulong)value <= uint.MaxValue
            ? ref DecimalText.Append((uint)value, ref _at)
            : ref DecimalText.AppendLong(value, ref _at);
    }

    /// <summary>A whole number of decimal units without zeros at its end, such as 125 of 3 decimals: 0.125.</summary>
    public void Decimal(long units, int decimals)
    {
        Ensure();
        _at = ref DecimalText.AppendTrimmed(units, decimals, ref _at);
    }

    /// <summary>A number by as few digits as name it.</summary>
    public void Number(double value)
    {
        Ensure();
        _ = Utf8Formatter.TryFormat(value, MemoryMarshal.CreateSpan(ref _at, Room), out var written);
        _at = ref Unsafe.Add(ref _at, written);
    }

    /// <summary>A string of octal digits, at most 22.</summary>
    public void Octal(ulong code, int digits)
    {
        Byte((byte)'"');
        for (var shift = 3 * (digits - 1); shift >= 0; shift -= 3)
        {
            Put((byte)('0' + ((code >> shift) & 7)));
        }
        Put((byte)'"');
    }

    /// <summary>A string of any bytes; what is not printable ASCII is escaped as Latin-1.</summary>
    public void Quoted(scoped ReadOnlySpan<byte> text)
    {
        Byte((byte)'"');
        foreach (var one in text)
        {
            Ensure();
            if (one is (byte)'"' or (byte)'\\')
            {
                Put((byte)'\\');
                Put(one);
            }
            else if (one is >= 0x20 and < 0x7F)
            {
                Put(one);
            }
            else
            {
                Put((byte)'\\');
                Put((byte)'u');
                Put((byte)'0');
                Put((byte)'0');
                Hex(one);
            }
        }
        Byte((byte)'"');
    }

    /// <summary>A string of hexadecimal digits.</summary>
    public void Hex(scoped ReadOnlySpan<byte> octets)
    {
        Byte((byte)'"');
        foreach (var one in octets)
        {
            Ensure();
            Hex(one);
        }
        Byte((byte)'"');
    }

    private void Close(int began, byte open, byte close)
    {
        Ensure();
        ref var first = ref Unsafe.Add(ref _first, began);
        if (Length == began)
        {
            _at = ref Unsafe.Add(ref _at, 1);
        }
        first = open;
        Put(close);
    }

    private void Byte(byte value)
    {
        Ensure();
        Put(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Hex(byte value)
    {
        Put("0123456789abcdef"u8[value >> 4]);
        Put("0123456789abcdef"u8[value & 15]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(byte value)
    {
        _at = value;
        _at = ref Unsafe.Add(ref _at, 1);
    }

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
