using System.Net;
using System.Security.Cryptography.X509Certificates;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Fourfold.Server.Tls;

/// <summary>Where and how the server listens, and the limits of one connection.</summary>
internal static class Listening
{
    /// <summary>Bytes of a request body unless an endpoint says otherwise.</summary>
    public const long MaxBodyBytes = 2 << 20;

    public static void Configure(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxConcurrentUpgradedConnections = 2000;
            kestrel.Listen(AddressOf(options.Listen), options.Port);
            if (options.Https)
                kestrel.Listen(IPAddress.Any, options.HttpsPort, listener => Secure(listener, options));
        });
    }

    private static IPAddress AddressOf(string text) =>
        string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(text, out var address) ? address
        : throw new ArgumentException($"--listen {text} is not an address", nameof(text));

    private static void Secure(ListenOptions listener, ServerOptions options)
    {
        var certificate = options.CertificateFile is { } file
            ? WithKey(X509Certificate2.CreateFromPemFile(file, options.CertificateKeyFile))
            : Authority(options).Certificate();
        listener.UseHttps(certificate);
    }

    /// <summary>Lets a phone fetch the local authority's certificate, which is public, to install it.</summary>
    public static void MapAuthority(this IEndpointRouteBuilder routes, ServerOptions options) =>
        routes
            .MapGet(
                "/authority.crt",
                () =>
                    TypedResults.File(
                        File.ReadAllBytes(Authority(options).AuthorityFile),
                        "application/x-x509-ca-cert",
                        "fourfold-authority.crt"
                    )
            )
            .ExcludeFromDescription()
            .OpenToAnyone("a certificate is public, and a phone needs it before it can sign in");

    internal static LocalAuthority Authority(ServerOptions options) =>
        new(Path.Combine(options.Data, "tls"), TimeProvider.System);

    // TLS on some systems refuses keys that live in memory only.
    private static X509Certificate2 WithKey(X509Certificate2 certificate)
    {
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
