using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>How many octets an item takes, found from its form alone.</summary>
internal static class ItemLength
{
    /// <summary>Octets of the item that begins at the first byte; 0 with the fault when it is not whole or not known.</summary>
    public static int Of(AsterixItem item, ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        var length = item.Form switch
        {
            AsterixForm.Fixed => Done(item.Octets, out fault),
            AsterixForm.Extended => OfExtended(item, bytes, out fault),
            AsterixForm.Repeated => bytes.Length > 0
                ? Done(1 + bytes[0] * item.Octets, out fault)
                : Fail(AsterixFault.RecordTruncated, out fault),
            AsterixForm.Chained => OfChained(item, bytes, out fault),
            AsterixForm.Compound => OfCompound(item, bytes, out fault),
            _ => OfExplicit(bytes, out fault),
        };
        return length <= bytes.Length ? length : Fail(AsterixFault.RecordTruncated, out fault);
    }

    /// <summary>Octets of presence bits at the first byte, FX included in each; 0 with the fault.</summary>
    public static int OfPresence(AsterixItem item, ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        for (var i = 0; i < bytes.Length && i < AsterixLimits.MaxPresenceOctets; i++)
        {
            if (item.IsOneOctetOfPresence || (bytes[i] & 1) == 0)
            {
                return Done(i + 1, out fault);
            }
        }
        return bytes.Length < AsterixLimits.MaxPresenceOctets
            ? Fail(AsterixFault.RecordTruncated, out fault)
            : Fail(AsterixFault.ExtentsTooMany, out fault);
    }

    /// <summary>Index among the parts of the next presence bit after <paramref name="index"/>; −1 at the end.</summary>
    public static int NextPart(AsterixItem item, ReadOnlySpan<byte> presence, int index)
    {
        if (item.IsOneOctetOfPresence)
        {
            return NextBit(presence, index + 1);
        }
        // The eighth bit of each octet is FX: seven parts to an octet.
        for (var i = index + 1; i < presence.Length * 7; i++)
        {
            var octet = i / 7;
            if ((presence[octet] & (0x80 >> (i - octet * 7))) != 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static int NextBit(ReadOnlySpan<byte> presence, int from)
    {
        for (var i = from; i < presence.Length * 8; i++)
        {
            if ((presence[i >> 3] & (0x80 >> (i & 7))) != 0)
            {
                return i;
            }
        }
        return -1;
    }

    private static int OfExtended(AsterixItem item, ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        var at = 0;
        for (var part = 0; part < AsterixLimits.MaxExtents; part++)
        {
            // Extents of a later edition are one octet each: that is all the standard has ever added.
            at += part < item.ExtentOctets.Length ? item.ExtentOctets[part] : 1;
            if (at > bytes.Length)
            {
                return Fail(AsterixFault.RecordTruncated, out fault);
            }
            if ((bytes[at - 1] & 1) == 0)
            {
                return Done(at, out fault);
            }
        }
        return Fail(AsterixFault.ExtentsTooMany, out fault);
    }

    private static int OfChained(AsterixItem item, ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        for (var count = 1; count <= AsterixLimits.MaxExtents; count++)
        {
            var at = count * item.Octets;
            if (at > bytes.Length)
            {
                return Fail(AsterixFault.RecordTruncated, out fault);
            }
            if ((bytes[at - 1] & 1) == 0)
            {
                return Done(at, out fault);
            }
        }
        return Fail(AsterixFault.ExtentsTooMany, out fault);
    }

    private static int OfCompound(AsterixItem item, ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        var at = OfPresence(item, bytes, out fault);
        var presence = bytes[..at];
        for (var i = NextPart(item, presence, -1); i >= 0; i = NextPart(item, presence, i))
        {
            if (i >= item.PartArray.Length || item.PartArray[i] is not { } part)
            {
                return Fail(AsterixFault.PartUnknown, out fault);
            }
            var length = Of(part, bytes[at..], out fault);
            if (length == 0)
            {
                return 0;
            }
            at += length;
        }
        return at;
    }

    private static int OfExplicit(ReadOnlySpan<byte> bytes, out AsterixFault fault)
    {
        if (bytes.Length == 0)
        {
            return Fail(AsterixFault.RecordTruncated, out fault);
        }
        return bytes[0] > 0 ? Done(bytes[0], out fault) : Fail(AsterixFault.LengthInvalid, out fault);
    }

    private static int Done(int length, out AsterixFault fault)
    {
        fault = AsterixFault.None;
        return length;
    }

    private static int Fail(AsterixFault why, out AsterixFault fault)
    {
        fault = why;
        return 0;
    }
}
