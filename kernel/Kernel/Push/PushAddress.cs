using System.Net;
using System.Net.Sockets;

namespace Fourfold.Kernel.Push;

/// <summary>
/// Where a push may go. Its address comes from a phone, so whoever signs in could name any: only https, and only to
/// addresses of the public internet, or the server could be made to knock at doors inside.
/// </summary>
internal static class PushAddress
{
    /// <summary>Whether an address may be kept: https without a name and password in it, or on a relay of one's own.</summary>
    public static bool IsAllowed(string endpoint, PushOptions options) =>
        endpoint.Length <= PushSubscription.LongestEndpoint
        && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && (IsRelay(uri, options) || (uri.Scheme == Uri.UriSchemeHttps && !IsPlainlyInside(uri)));

    /// <summary>Scheme, host and port, as push services name themselves.</summary>
    public static string OriginOf(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether it is on a relay of one's own.</summary>
    public static bool IsRelay(Uri uri, PushOptions options) =>
        options.Relays.Any(r => string.Equals(r.TrimEnd('/'), OriginOf(uri), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an address is of the public internet: not this machine, a private network, a link or a group.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        return address.AddressFamily is AddressFamily.InterNetwork
            ? IsPublicFour(address.GetAddressBytes())
            : IsPublicSix(address);
    }

    // RFC 6890 and the registry of special-purpose addresses.
    private static bool IsPublicFour(byte[] b) =>
        b switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] => false,
            [192, 0, 0 or 2, ..] => false,
            [198, 18 or 19, ..] => false,
            [198, 51, 100, _] => false,
            [203, 0, 113, _] => false,
            [>= 224, ..] => false,
            _ => true,
        };

    // Only 2000::/3 is given out; of it, documentation, Teredo and 6to4 (which wrap other addresses) are left out.
    private static bool IsPublicSix(IPAddress address)
    {
        var b = address.GetAddressBytes();
        return (b[0] & 0xE0) == 0x20
            && b is not [0x20, 0x01, 0x0D, 0xB8, ..]
            && b is not [0x20, 0x01, 0x00, 0x00, ..]
            && b is not [0x20, 0x02, ..];
    }

    private static bool IsPlainlyInside(Uri uri) =>
        uri.IsLoopback
        || (IPAddress.TryParse(uri.IdnHost, out var literal) && !IsPublic(literal))
        || !uri.IdnHost.Contains('.', StringComparison.Ordinal) && uri.HostNameType is UriHostNameType.Dns;
}
