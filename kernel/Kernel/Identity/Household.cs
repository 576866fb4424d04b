using System.Net;
using System.Net.Sockets;

namespace Fourfold.Kernel.Identity;

/// <summary>Whom an address is counted as where something is allowed so many times from one.</summary>
public static class Household
{
    // Bytes of an address of IPv6 that its household is given; the other half it chooses itself, 2⁶⁴ of them.
    private const int GivenBytes = 8;

    /// <summary>
    /// An IPv4 address, also as a socket of both writes it; the first half of an IPv6 address, hex; empty when it is not
    /// known.
    /// </summary>
    public static string Of(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, GivenBytes)
        : address.ToString();
}
