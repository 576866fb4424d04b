using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Fourfold.Kernel.Storage;

namespace Fourfold.Server.Tls;

/// <summary>
/// A certificate authority of this installation only, for phones in the same network: browsers give position, camera and
/// offline work to secure origins alone. Kept under <c>data/tls</c>; its key never leaves that folder.
/// </summary>
internal sealed class LocalAuthority(string folder, TimeProvider clock)
{
    private static readonly TimeSpan AuthorityLife = TimeSpan.FromDays(3650);

    // Phones refuse certificates that live longer.
    private static readonly TimeSpan CertificateLife = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    /// <summary>The authority's certificate (PEM) that a phone installs.</summary>
    public string AuthorityFile => Path.Combine(folder, "authority.crt");

    private string AuthorityKeyFile => Path.Combine(folder, "authority.key");

    private string ServerFile => Path.Combine(folder, "server.pfx");

    /// <summary>The server's certificate for this machine's names and addresses; made, or made anew when they changed or it ends soon.</summary>
    public X509Certificate2 Certificate()
    {
        PrivateFolder.Make(folder);
        using var authority = Authority();
        var names = Names();
        if (File.Exists(ServerFile))
        {
            var kept = X509CertificateLoader.LoadPkcs12FromFile(ServerFile, null);
            if (kept.NotAfter.ToUniversalTime() - RenewBefore > clock.GetUtcNow() && Covers(kept, names))
                return kept;
            kept.Dispose();
        }
        return Issue(authority, names);
    }

    /// <summary>Addresses of this machine in its networks, IPv4 first.</summary>
    public static IReadOnlyList<IPAddress> Addresses() =>
        [
            .. NetworkInterface
                .GetAllNetworkInterfaces()
                .Where(i => i.OperationalStatus == OperationalStatus.Up)
                .SelectMany(i => i.GetIPProperties().UnicastAddresses)
                .Select(a => a.Address)
                .Where(a => !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal)
                .OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1),
        ];

    private static string[] Names() =>
        ["localhost", Dns.GetHostName(), "127.0.0.1", "::1", .. Addresses().Select(a => a.ToString())];

    private static bool Covers(X509Certificate2 certificate, string[] names)
    {
        var alternative = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        if (alternative is null)
            return false;
        var covered = alternative
            .EnumerateDnsNames()
            .Concat(alternative.EnumerateIPAddresses().Select(a => a.ToString()))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.All(covered.Contains);
    }

    private X509Certificate2 Authority()
    {
        if (File.Exists(AuthorityFile) && File.Exists(AuthorityKeyFile))
            return X509Certificate2.CreateFromPemFile(AuthorityFile, AuthorityKeyFile);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Fourfold {Dns.GetHostName()}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = clock.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + AuthorityLife);
        DurableFile.Write(AuthorityKeyFile, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        File.WriteAllText(AuthorityFile, made.ExportCertificatePem());
        return X509Certificate2.CreateFromPemFile(AuthorityFile, AuthorityKeyFile);
    }

    private X509Certificate2 Issue(X509Certificate2 authority, string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Fourfold", key, HashAlgorithmName.SHA256);
        var alternative = new SubjectAlternativeNameBuilder();
        foreach (var name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(name, out var address))
                alternative.AddIpAddress(address);
            else
                alternative.AddDnsName(name);
        }
        request.CertificateExtensions.Add(alternative.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false) // id-kp-serverAuth, RFC 5280
        );
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false)
        );
        var now = clock.GetUtcNow();
        using var made = request.Create(
            authority,
            now.AddDays(-1),
            now + CertificateLife,
            RandomNumberGenerator.GetBytes(16)
        );
        using var whole = made.CopyWithPrivateKey(key);
        DurableFile.Write(ServerFile, whole.Export(X509ContentType.Pkcs12));
        return X509CertificateLoader.LoadPkcs12FromFile(ServerFile, null);
    }
}
