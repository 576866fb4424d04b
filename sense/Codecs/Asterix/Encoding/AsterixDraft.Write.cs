using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix.Encoding;

public sealed partial class AsterixDraft
{
    /// <summary>Writes the item.</summary>
    /// <returns>Octets written; −1 when they do not fit.</returns>
    internal int Write(Span<byte> destination) =>
        _item.Form switch
        {
            AsterixForm.Fixed => Copy(_bytes, destination),
            AsterixForm.Extended => WriteExtended(destination),
            AsterixForm.Repeated => WriteRepeated(destination),
            AsterixForm.Chained => WriteChained(destination),
            AsterixForm.Compound => WriteCompound(destination),
            _ => WriteExplicit(destination),
        };

    private static int Copy(ReadOnlySpan<byte> bytes, Span<byte> destination) =>
        bytes.TryCopyTo(destination) ? bytes.Length : -1;

    private int WriteExtended(Span<byte> destination)
    {
        var end = 0;
        for (var extent = 0; extent < _count; extent++)
        {
            end += _item.ExtentOctets[extent];
            Chain(ref _bytes[end - 1], extent < _count - 1);
        }
        return Copy(_bytes.AsSpan(0, end), destination);
    }

    private int WriteRepeated(Span<byte> destination)
    {
        var length = _count * _item.Octets;
        if (destination.Length < 1 + length)
        {
            return -1;
        }
        destination[0] = (byte)_count;
        return 1 + Copy(_bytes.AsSpan(0, length), destination[1..]);
    }

    private int WriteChained(Span<byte> destination)
    {
        for (var i = 1; i <= _count; i++)
        {
            Chain(ref _bytes[i * _item.Octets - 1], i < _count);
        }
        return Copy(_bytes.AsSpan(0, _count * _item.Octets), destination);
    }

    private int WriteCompound(Span<byte> destination)
    {
        var last = Array.FindLastIndex(_parts, part => part is { IsSet: true });
        var bits = _item.IsOneOctetOfPresence ? 8 : 7;
        var at = _item.IsOneOctetOfPresence ? 1 : last / bits + 1;
        if (destination.Length < at)
        {
            return -1;
        }
        var presence = destination[..at];
        presence.Clear();
        for (var i = 0; i <= last; i++)
        {
            if (_parts[i] is not { IsSet: true } part)
            {
                continue;
            }
            presence[i / bits] |= (byte)(0x80 >> (i % bits));
            var length = part.Write(destination[at..]);
            if (length < 0)
            {
                return -1;
            }
            at += length;
        }
        for (var i = 0; i < presence.Length - 1; i++)
        {
            presence[i] |= 1;
        }
        return at;
    }

    private int WriteExplicit(Span<byte> destination)
    {
        if (destination.Length == 0)
        {
            return -1;
        }
        var length = _content is { IsSet: true } content
            ? content.Write(destination[1..])
            : Copy(_bytes, destination[1..]);
        if (length is < 0 or >= byte.MaxValue)
        {
            return -1;
        }
        destination[0] = (byte)(1 + length);
        return 1 + length;
    }

    private static void Chain(ref byte octet, bool goesOn) => octet = (byte)(goesOn ? octet | 1 : octet & ~1);
}
