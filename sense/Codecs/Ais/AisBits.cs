using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fourfold.Codecs.Ais;

/// <summary>The bits of one AIS message, numbered from 0 as in ITU-R M.1371. A field that the message is too short for reads as absent.</summary>
public readonly ref struct AisBits
{
    /// <summary>Bytes that must be readable behind the last bit, so that any field is one load.</summary>
    public const int Slack = 8;

    private readonly ref readonly byte _first;

    /// <summary>Bits over a buffer, most significant bit first.</summary>
    /// <param name="bytes">At least <c>⌈length ÷ 8⌉ + <see cref="Slack"/></c> bytes.</param>
    /// <param name="length">Bits of the message.</param>
    /// <exception cref="ArgumentException">The buffer is too short for the length.</exception>
    public AisBits(ReadOnlySpan<byte> bytes, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (bytes.Length - Slack < (length + 7) / 8)
        {
            throw new ArgumentException("the buffer needs eight bytes behind the last bit", nameof(bytes));
        }
        _first = ref MemoryMarshal.GetReference(bytes);
        Length = length;
    }

    /// <summary>Number of bits.</summary>
    public int Length { get; }

    /// <summary>True when the whole field is in the message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int offset, int width) => offset + width <= Length;

    /// <summary>Unsigned field of 1–32 bits; 0 when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint UInt(int offset, int width) =>
        Has(offset, width) ? (uint)((LoadGrid(offset) << (offset & 31)) >> (64 - width)) : 0;

    /// <summary>Two's complement field of 1–32 bits; 0 when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Int(int offset, int width) =>
        Has(offset, width) ? (int)((long)(LoadGrid(offset) << (offset & 31)) >> (64 - width)) : 0;

    /// <summary>Unsigned field of 1–57 bits; 0 when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(int offset, int width) => Has(offset, width) ? (Load(offset) << (offset & 7)) >> (64 - width) : 0;

    /// <summary>Unsigned field; null when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int? MaybeUInt(int offset, int width) => Has(offset, width) ? (int)UInt(offset, width) : null;

    /// <summary>A field as decoders without a notion of absence read it: what lies behind the message's end is what the buffer holds.</summary>
    internal uint Loose(int offset, int width) =>
        offset < Length ? (uint)((Load(offset) << (offset & 7)) >> (64 - width)) : 0;

    /// <summary>The same for two's complement.</summary>
    internal int LooseInt(int offset, int width) =>
        offset < Length ? (int)((long)(Load(offset) << (offset & 7)) >> (64 - width)) : 0;

    /// <summary>One bit; null when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? MaybeFlag(int offset) => Has(offset, 1) ? UInt(offset, 1) != 0 : null;

    /// <summary>One bit; false when absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Flag(int offset) => UInt(offset, 1) != 0;

    /// <summary>Six-bit text; of a message that ends within it, the whole characters that are there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AisText Text(int offset, int characters) =>
        new(this, offset, Math.Clamp((Length - offset) / 6, 0, characters));

    /// <summary>Copies bits from an offset to the end, left-aligned, the last byte padded with zeros.</summary>
    /// <returns>Bits copied: the rest of the message or what fits <paramref name="destination"/>.</returns>
    public int CopyTo(int offset, Span<byte> destination)
    {
        var count = Math.Min(Math.Max(Length - offset, 0), destination.Length * 8);
        for (var i = 0; i < count; i += 8)
        {
            var width = Math.Min(8, count - i);
            destination[i / 8] = (byte)(UInt(offset + i, width) << (8 - width));
        }
        return count;
    }

    // A field of up to 32 bits lies within eight bytes from a whole multiple of four: fields side by side share one load.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong LoadGrid(int offset) => Load((offset >> 5) << 5);

    // Callers have checked that the field is within Length; the constructor, that eight bytes follow the last bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Load(int offset)
    {
        var word = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in _first), offset >> 3));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
    }
}
