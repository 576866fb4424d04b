using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Fourfold.Server.Tls;

/// <summary>Where and how the server listens, and the limits of one connection.</summary>
internal static class Listening
{
    /// <summary>Bytes of a request body unless an endpoint says otherwise.</summary>
    public const long MaxBodyBytes = 2 << 20;

    // A province's phones and screens, and far below what the system lets one process open (LimitNOFILE in the unit).
    private const long MaxConnections = 20_000;

    public static void Configure(WebApplicationBuilder builder, ServerOptions options)
    {
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = 2000;
            kestrel.Listen(AddressOf(options.Listen), options.Port);
            if (options.Https)
                kestrel.Listen(IPAddress.Any, options.HttpsPort, listener => Secure(listener, options));
        });
    }

    /// <summary>Reads an address to listen on, or <c>localhost</c>.</summary>
    public static bool TryAddress(string text, [NotNullWhen(true)] out IPAddress? address)
    {
        if (!string.Equals(text, "localhost", StringComparison.OrdinalIgnoreCase))
            return IPAddress.TryParse(text, out address);
        address = IPAddress.Loopback;
        return true;
    }

    private static IPAddress AddressOf(string text) =>
        TryAddress(text, out var address)
            ? address
            : throw new ArgumentException($"{text} is not an address", nameof(text));

    private static void Secure(ListenOptions listener, ServerOptions options)
    {
        if (options.CertificateFile is null)
            listener.UseHttps(Authority(options).Certificate());
        else
            listener.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = Own(options));
    }

    /// <summary>The name that the operator's own certificate is for, or null without one.</summary>
    public static string? NameOfOwn(ServerOptions options)
    {
        if (options.CertificateFile is not { } file)
            return null;
        using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
        return certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name ? name : null;
    }

    // With what stands behind it in the file: a phone does not know the authorities between.
    private static (X509Certificate2, X509Certificate2Collection) Own(ServerOptions options)
    {
        var (file, key) = (options.CertificateFile ?? "", options.CertificateKeyFile ?? "");
        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(file);
            return (WithKey(X509Certificate2.CreateFromPemFile(file, key)), chain);
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new InvalidDataException(
                $"--certificate {file} with --certificate-key {key}: {fault.Message}",
                fault
            );
        }
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
