using Fourfold.Server;
using Fourfold.Server.Terminal;
using Fourfold.Server.Tls;
using Microsoft.Extensions.DependencyInjection;
using QRCoder;

namespace Fourfold.Cli.Up;

/// <summary>What the terminal shows once the server answers: where it is, how to get in, and on demonstration data that it is one.</summary>
internal static class Greeting
{
    private static readonly string[] Here = ["127.0.0.1", "0.0.0.0", "[::]"];

    public static async Task Write(
        TextWriter to,
        ServerOptions options,
        ICollection<string> addresses,
        IServiceProvider services
    )
    {
        var url = addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First();
        url = AsOpenedHere(url).TrimEnd('/');
        var welcome = services.GetRequiredService<Welcome>();
        foreach (var line in welcome.Lines(url))
            await to.WriteLineAsync(line);
        if (options.Https)
            await WritePhone(to, options, addresses);
        await to.WriteLineAsync($"ready {url}");
        await to.FlushAsync();
    }

    // "Any address" is none that a browser can open.
    private static string AsOpenedHere(string url) =>
        Here.Aggregate(url, (text, address) => text.Replace(address, "localhost", StringComparison.Ordinal));

    private static async Task WritePhone(TextWriter to, ServerOptions options, ICollection<string> addresses)
    {
        var secure = addresses.FirstOrDefault(a => a.StartsWith("https:", StringComparison.Ordinal));
        var host =
            Listening.NameOfOwn(options) ?? LocalAuthority.Addresses().FirstOrDefault()?.ToString() ?? "localhost";
        if (secure is null)
            return;
        var phone = $"https://{host}:{new Uri(AsOpenedHere(secure)).Port}/field/";
        using var data = QRCodeGenerator.GenerateQrCode(phone, QRCodeGenerator.ECCLevel.M);
        using var code = new AsciiQRCode(data);
        await to.WriteLineAsync(code.GetGraphicSmall());
        await to.WriteLineAsync(TerminalTexts.Of("phones", phone));
        if (options.CertificateFile is not null)
            return; // Phones know who issued it.
        await to.WriteLineAsync(TerminalTexts.Of("authority", phone[..^"field/".Length] + "authority.crt"));
    }
}
