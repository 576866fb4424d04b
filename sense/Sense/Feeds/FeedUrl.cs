using System.Globalization;
using System.Net;

namespace Fourfold.Sense.Feeds;

/// <summary>Where a feed's bytes come from and how they are read: <c>transport://host:port/path?protocol=nmea&amp;sensor=ID…</c>.</summary>
internal sealed record FeedUrl
{
    /// <summary>Longest URL.</summary>
    public const int MaximumLength = 500;

    /// <summary>Speeds a recording can be played at; 0 plays it without waiting.</summary>
    public const double MaximumSpeed = 10_000;

    /// <summary>The URL as it was written.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the transport plug-in, lower case.</summary>
    public required string Transport { get; init; }

    /// <summary>Host name or address without brackets; empty for a file.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port, 0 … 65535; 0 for a file, and for a free one to listen on.</summary>
    public int Port { get; init; }

    /// <summary>Path, percent-decoded: of the file, absolute or from where the server was started; else unused.</summary>
    public string Path { get; init; } = "";

    /// <summary>Name of the protocol plug-in.</summary>
    public string Protocol { get; init; } = "nmea";

    /// <summary>Key of the sensor behind the feed, or null.</summary>
    public string? Sensor { get; init; }

    /// <summary>How many times faster than recorded a file is played; 0 without waiting.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Whether a file begins anew at its end.</summary>
    public bool Loop { get; init; }

    /// <summary>Address of this machine in the network that a multicast group is joined in; null leaves it to the routes.</summary>
    public IPAddress? Interface { get; init; }

    /// <summary>Reads a URL; the problem says what is wrong and where.</summary>
    public static bool TryParse(string text, out FeedUrl? url, out FeedUrlProblem? problem)
    {
        url = null;
        problem = null;
        if (text.Length > MaximumLength)
            return Refuse("too-long", text, MaximumLength, text.Length, out problem);
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0)
            return Refuse("transport-missing", text, 0, text.Length, out problem);
        var query = text.IndexOf('?', scheme);
        var end = query < 0 ? text.Length : query;
        var draft = new FeedUrl { Text = text, Transport = text[..scheme].ToLowerInvariant() };
        var start = scheme + 3;
        var read =
            draft.Transport == "file"
                ? TryPath(text, start, end, draft, out draft, out problem)
                : TryAuthority(text, start, end, draft, out draft, out problem);
        if (!read || (query >= 0 && !TryParameters(text, query + 1, draft, out draft, out problem)))
            return false;
        url = draft;
        return true;
    }

    private static bool TryPath(
        string text,
        int start,
        int end,
        FeedUrl draft,
        out FeedUrl read,
        out FeedUrlProblem? problem
    )
    {
        read = draft with { Path = Uri.UnescapeDataString(text[start..end]) };
        problem = null;
        return read.Path.Length > 0 || Refuse("path-missing", text, start, end, out problem);
    }

    private static bool TryAuthority(
        string text,
        int start,
        int end,
        FeedUrl draft,
        out FeedUrl read,
        out FeedUrlProblem? problem
    )
    {
        read = draft;
        problem = null;
        var slash = text.IndexOf('/', start, end - start);
        var authorityEnd = slash < 0 ? end : slash;
        var closing = text.IndexOf(']', start, authorityEnd - start);
        var colon = text.LastIndexOf(':', authorityEnd - 1, authorityEnd - start);
        if (colon <= closing)
            return Refuse("port-missing", text, start, authorityEnd, out problem);
        var host = text[start..colon];
        if (host.Length == 0)
            return Refuse("host-missing", text, start, authorityEnd, out problem);
        if (host is ['[', .. var inner, ']'])
            host = inner;
        else if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return Refuse("host-malformed", text, start, colon, out problem);
        var digits = text.AsSpan(colon + 1, authorityEnd - colon - 1);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
            return Refuse("port-out-of-range", text, colon + 1, authorityEnd, out problem);
        read = draft with { Host = host, Port = port, Path = slash < 0 ? "" : text[slash..end] };
        return true;
    }

    private static bool TryParameters(
        string text,
        int start,
        FeedUrl draft,
        out FeedUrl read,
        out FeedUrlProblem? problem
    )
    {
        read = draft;
        problem = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (start < text.Length)
        {
            var stop = text.IndexOf('&', start) is var found && found < 0 ? text.Length : found;
            var equals = text.IndexOf('=', start, stop - start);
            var name = text[start..(equals < 0 ? stop : equals)];
            var value = equals < 0 ? "" : Uri.UnescapeDataString(text[(equals + 1)..stop]);
            if (!seen.Add(name))
                return Refuse("parameter-repeated", text, start, stop, out problem);
            if (!TrySet(read, name, value, out read, out var known))
                return Refuse(known ? "parameter-invalid" : "parameter-unknown", text, start, stop, out problem);
            start = stop + 1;
        }
        return true;
    }

    private static bool TrySet(FeedUrl draft, string name, string value, out FeedUrl read, out bool known)
    {
        read = draft;
        known = true;
        switch (name)
        {
            case "protocol":
                read = draft with { Protocol = value };
                return value.Length > 0;
            case "sensor":
                read = draft with { Sensor = value };
                return value.Length is > 0 and <= 64;
            case "interface":
                var isAddress = IPAddress.TryParse(value, out var address);
                read = draft with { Interface = address };
                return isAddress && draft.Transport == "udp";
            case "loop":
                read = draft with { Loop = value is "true" or "1" };
                return value is "true" or "false" or "1" or "0";
            case "speed":
                var number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed);
                read = draft with { Speed = speed };
                return number && speed is 0 or (>= 0.01 and <= MaximumSpeed);
            default:
                known = false;
                return false;
        }
    }

    private static bool Refuse(string code, string text, int start, int end, out FeedUrlProblem? problem)
    {
        var part = text[Math.Min(start, text.Length)..end];
        problem = new FeedUrlProblem("feed-url." + code, start, part.Length <= 60 ? part : part[..60]);
        return false;
    }
}
