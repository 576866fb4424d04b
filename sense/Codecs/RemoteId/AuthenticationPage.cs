namespace Fourfold.Codecs.RemoteId;

/// <summary>Type 2: one page of a signature. Nothing is verified here. Lives as long as the bytes it was read from.</summary>
/// <remarks>ASTM F3411-22a, §5.4.5.10, table 7.</remarks>
public readonly ref struct AuthenticationPage
{
    /// <summary>Octets of the signature on the first page.</summary>
    public const int FirstPageOctets = 17;

    /// <summary>Octets of the signature on each further page.</summary>
    public const int FurtherPageOctets = 23;

    /// <summary>Highest number of a page.</summary>
    public const int MaxPage = 15;

    /// <summary>0 none, 1 UAS ID signature, 2 operator ID signature, 3 message set signature, 4 by network, 5 specific, 10–15 private.</summary>
    public byte Kind { get; init; }

    /// <summary>Number of the page, 0–15.</summary>
    public byte Page { get; init; }

    /// <summary>Number of the last page, 0–15; on the first page only.</summary>
    public byte? LastPage { get; init; }

    /// <summary>Octets of the whole signature, 0–255; on the first page only.</summary>
    public byte? Length { get; init; }

    /// <summary>When it was signed; on the first page only.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The part of the signature on this page: 17 or 23 octets.</summary>
    public ReadOnlySpan<byte> Data { get; init; }

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out AuthenticationPage page)
    {
        page = default;
        if (!RemoteIdMessage.Is(bytes, RemoteIdType.Authentication))
        {
            return false;
        }
        var isFirst = (bytes[1] & 15) == 0;
        page = new AuthenticationPage
        {
            Kind = (byte)(bytes[1] >> 4),
            Page = (byte)(bytes[1] & 15),
            LastPage = isFirst ? (byte)(bytes[2] & 15) : null,
            Length = isFirst ? bytes[3] : null,
            Time = isFirst ? RemoteIdUnits.Time(bytes[4..]) : null,
            Data = isFirst ? bytes[8..25] : bytes[2..25],
        };
        return true;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The data is longer than the page holds, or the destination too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.Authentication);
        message[1] = (byte)((Kind << 4) | (Page & 15));
        if ((Page & 15) == 0)
        {
            message[2] = LastPage.GetValueOrDefault();
            message[3] = Length.GetValueOrDefault();
            RemoteIdUnits.WriteTime(Time, message[4..]);
            Data.CopyTo(message[8..]);
        }
        else
        {
            Data.CopyTo(message[2..]);
        }
        return RemoteIdMessage.Octets;
    }
}
