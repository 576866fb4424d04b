using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Loads without checks: <see cref="RecordBudget"/> has made sure that the octets are there.</summary>
internal static class BigEndian
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte U8(ref byte first, int at) => Unsafe.Add(ref first, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort U16(ref byte first, int at)
    {
        var value = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, at));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint U32(ref byte first, int at)
    {
        var value = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>24 bits; the octet before them is read along: an item has at least the FSPEC before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint U24(ref byte first, int at) => U32(ref first, at - 1) & 0xFFFFFF;

    /// <summary>48 bits; the two octets before them are read along: an item of this length has a FSPEC of two octets before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong U48(ref byte first, int at)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at - 2));
        return (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value) & 0xFFFF_FFFF_FFFF;
    }
}
