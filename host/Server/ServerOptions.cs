namespace Fourfold.Server;

/// <summary>How one Fourfold is started. Everything else is configured in the database.</summary>
public sealed record ServerOptions
{
    /// <summary>Folder for rows, files, keys and raw captures; made when missing.</summary>
    public required string Data { get; init; }

    /// <summary>Port on the loopback address or, with <see cref="Listen"/>, on that one; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Address to listen on.</summary>
    public string Listen { get; init; } = "127.0.0.1";

    /// <summary>Addresses of proxies, beside those on this machine, that are believed about who asks and whether by TLS.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>PostgreSQL connection string, or null for the embedded SQLite (<c>FOURFOLD_DATABASE</c>).</summary>
    public string? Database { get; init; }

    /// <summary>Folder that holds <c>console/dist</c>, <c>field/dist</c> …, or null to serve no pages.</summary>
    public string? Web { get; init; }

    /// <summary>Feeds of this run only; any switches the demonstration off.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>False with <c>--no-demo</c>.</summary>
    public bool Demonstration { get; init; } = true;

    /// <summary>Listen with TLS as well, on all addresses.</summary>
    public bool Https { get; init; }

    /// <summary>Port for TLS; 0 takes a free one.</summary>
    public int HttpsPort { get; init; } = 5443;

    /// <summary>Certificate (PEM) for TLS, or null for one of the local authority's.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>Key (PEM) of <see cref="CertificateFile"/>.</summary>
    public string? CertificateKeyFile { get; init; }

    /// <summary>How to start this program's own <c>simulate</c> verb as a child: executable and leading arguments.</summary>
    public IReadOnlyList<string> Self { get; init; } = [];
}
