using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Targets;

/// <summary>Octets that the items behind an octet of presence bits take at least, by the octet's value.</summary>
internal sealed class PresenceLengths
{
    private readonly ushort[] _least;
    private readonly byte[] _special;

    /// <summary>Tables for seven items an octet.</summary>
    /// <param name="items">Items by presence bit; null where spare.</param>
    public PresenceLengths(AsterixItem?[] items)
    {
        var octets = (items.Length + 6) / 7;
        _least = new ushort[octets * 128];
        _special = new byte[octets];
        for (var i = 0; i < octets * 7; i++)
        {
            var bit = 0x40 >> (i % 7);
            var item = i < items.Length ? items[i] : null;
            if (item?.Form is not AsterixForm.Fixed)
            {
                _special[i / 7] |= (byte)(bit << 1);
            }
            var least = (ushort)(item is null ? 0 : Least(item));
            for (var value = 0; value < 128; value++)
            {
                _least[i / 7 * 128 + value] += (value & bit) != 0 ? least : (ushort)0;
            }
        }
    }

    /// <summary>Octets that the items of one presence octet take at least.</summary>
    /// <param name="octet">Which octet, from 0.</param>
    /// <param name="bits">Its seven presence bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Least(int octet, uint bits)
    {
        Debug.Assert(octet < _special.Length && bits < 128);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_least), (nuint)((octet << 7) | (int)bits));
    }

    /// <summary>Octets of a compound item of fixed parts; −1 when it must be walked part by part.</summary>
    /// <param name="first">Its first octet.</param>
    /// <param name="available">Octets there are, 1 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Compound(ref byte first, int available)
    {
        var total = 0;
        for (var k = 0; k < _special.Length && k < available; k++)
        {
            var octet = Unsafe.Add(ref first, k);
            if ((octet & _special[k]) != 0)
            {
                return -1;
            }
            total += 1 + _least[(k << 7) | (octet >> 1)];
            if ((octet & 1) == 0)
            {
                return total;
            }
        }
        return -1;
    }

    private static int Least(AsterixItem item) =>
        item.Form switch
        {
            AsterixForm.Fixed => item.Octets,
            AsterixForm.Extended => item.ExtentOctets[0],
            AsterixForm.Chained => item.Octets,
            _ => 1,
        };
}
