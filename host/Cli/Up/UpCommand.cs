using System.CommandLine;
using Fourfold.Server;
using Fourfold.Server.Tls;

namespace Fourfold.Cli.Up;

/// <summary><c>fourfold up</c>: starts the server and says where it is.</summary>
internal static class UpCommand
{
    private static readonly Option<int> Port = With("--port", "Port on this machine; 0 takes a free one", 5080);
    private static readonly Option<string> Data = With("--data", "Folder for rows, files and keys", "data");
    private static readonly Option<string> Listen = With("--listen", "Address to listen on", "127.0.0.1");
    private static readonly Option<string[]> Feeds = With<string[]>(
        "--feed",
        "A feed of this run, such as tcp-listen://0.0.0.0:10110?protocol=nmea; may be repeated; no demonstration then",
        []
    );
    private static readonly Option<bool> NoDemo = With("--no-demo", "No simulator, no demonstration accounts", false);
    private static readonly Option<bool> Https = With(
        "--https",
        "Also listen with TLS, for phones in the network",
        false
    );
    private static readonly Option<int> HttpsPort = With("--https-port", "Port for TLS", 5443);
    private static readonly Option<string?> Certificate = With<string?>(
        "--certificate",
        "Certificate (PEM) for TLS; without it a local authority issues one",
        null
    );
    private static readonly Option<string?> Key = With<string?>(
        "--certificate-key",
        "Key (PEM) of the certificate",
        null
    );
    private static readonly Option<string[]> Proxies = With<string[]>(
        "--proxy",
        "Address of a TLS proxy on another machine that is believed about who asks; may be repeated",
        []
    );
    private static readonly Option<string?> Web = With<string?>("--web", "Folder of the built web entries", null);

    public static Command Create()
    {
        var command = new Command("up", "Start the server");
        foreach (
            var option in new Option[]
            {
                Port,
                Data,
                Listen,
                Feeds,
                NoDemo,
                Https,
                HttpsPort,
                Certificate,
                Key,
                Proxies,
                Web,
            }
        )
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Certificate) is null != result.GetValue(Key) is null)
                result.AddError("--certificate and --certificate-key go together");
            foreach (var option in (Option<int>[])[Port, HttpsPort])
                if (result.GetValue(option) is < 0 or > 65535)
                    result.AddError($"{option.Name} {result.GetValue(option)}: a port is 0 to 65535");
            foreach (var proxy in result.GetValue(Proxies) ?? [])
                if (!Listening.TryAddress(proxy, out _))
                    result.AddError($"--proxy {proxy}: not an address");
            if (result.GetValue(Listen) is { } listen && !Listening.TryAddress(listen, out _))
                result.AddError($"--listen {listen}: not an address, such as 127.0.0.1 or 0.0.0.0");
        });
        command.SetAction((parsed, ct) => Up.Run(Read(parsed), ct));
        return command;
    }

    private static ServerOptions Read(ParseResult parsed) =>
        new()
        {
            Data = parsed.GetRequiredValue(Data),
            Port = parsed.GetRequiredValue(Port),
            Listen = parsed.GetRequiredValue(Listen),
            Feeds = parsed.GetRequiredValue(Feeds),
            Demonstration = !parsed.GetRequiredValue(NoDemo) && parsed.GetRequiredValue(Feeds).Length == 0,
            Https = parsed.GetRequiredValue(Https) || parsed.GetValue(Certificate) is not null,
            HttpsPort = parsed.GetRequiredValue(HttpsPort),
            CertificateFile = parsed.GetValue(Certificate),
            CertificateKeyFile = parsed.GetValue(Key),
            Proxies = parsed.GetRequiredValue(Proxies),
            Web = parsed.GetValue(Web) ?? Environment.GetEnvironmentVariable("FOURFOLD_WEB"),
            Database = Environment.GetEnvironmentVariable("FOURFOLD_DATABASE"),
        };

    private static Option<T> With<T>(string name, string description, T otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };
}
