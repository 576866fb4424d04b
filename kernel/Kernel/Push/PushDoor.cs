using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Push;

/// <summary>What became of one try.</summary>
internal enum PushAnswer
{
    /// <summary>The push service has it.</summary>
    Taken,

    /// <summary>The browser is gone: the subscription is void.</summary>
    Gone,

    /// <summary>Later it may go.</summary>
    Later,

    /// <summary>The push service does not take this, now or later.</summary>
    Refused,
}

/// <summary>Hands one message to a push service (RFC 8030).</summary>
internal sealed class PushDoor : IDisposable
{
    /// <summary>Every message is as long, so that its length says nothing.</summary>
    private const int Length = 160;
    private const int TopicLength = 32;

    private readonly PushOptions options;
    private readonly VapidKey key;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public PushDoor(IOptions<PushOptions> options, VapidKey key, TimeProvider clock)
    {
        (this.options, this.key, this.clock) = (options.Value, key, clock);
        var handler = new SocketsHttpHandler
        {
            // A redirect would lead round the check of the address.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = this.options.Proxy is not null,
            Proxy = this.options.Proxy is { } proxy ? new WebProxy(proxy) : null,
            ConnectTimeout = this.options.AnswerWait,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseDrainSize = 4096,
        };
        // Through a proxy it is the proxy that looks up the name, and that is to be strict.
        if (this.options.Proxy is null)
            handler.ConnectCallback = Connect;
        http = new HttpClient(handler) { Timeout = this.options.AnswerWait };
    }

    /// <summary>Tries once.</summary>
    /// <returns>What became of it, and how long the service wants us to wait.</returns>
    public async Task<(PushAnswer Answer, TimeSpan? Wait)> Send(
        PushSubscription to,
        PushMessage message,
        CancellationToken ct
    )
    {
        if (!PushAddress.IsAllowed(to.Endpoint, options))
            return (PushAnswer.Refused, null);
        using var request = Request(to, message);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return (Judge(response.StatusCode), WaitOf(response.Headers.RetryAfter));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException)
        {
            return (PushAnswer.Later, null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (PushAnswer.Later, null); // No answer in time.
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(PushSubscription to, PushMessage message)
    {
        var now = clock.GetUtcNow();
        var uri = new Uri(to.Endpoint);
        var text = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["kind"] = message.Kind,
                ["id"] = message.Subject,
                ["language"] = to.Language,
            }
        );
        var content = new ByteArrayContent(PushEncryption.Encrypt(text, to.BrowserKey, to.BrowserSecret, Length));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentEncoding.Add("aes128gcm");
        var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", key.Authorization(PushAddress.OriginOf(uri), now));
        var life = Math.Max(0, (long)(message.ExpiresAt - now).TotalSeconds);
        request.Headers.Add("TTL", life.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", message.Urgent ? "high" : "normal");
        request.Headers.Add("Topic", TopicOf(message));
        return request;
    }

    // A phone that was off hears of the same thing once: the newer replaces the older at the service.
    private static string TopicOf(PushMessage message) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Kind}/{message.Subject}")))[
            ..TopicLength
        ];

    private static PushAnswer Judge(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => PushAnswer.Taken,
            404 or 410 => PushAnswer.Gone,
            408 or 425 or 429 or >= 500 => PushAnswer.Later,
            _ => PushAnswer.Refused,
        };

    private TimeSpan? WaitOf(RetryConditionHeaderValue? wanted) =>
        wanted switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => null,
        };

    // The name is looked up here and the very address that was judged is the one connected to.
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var uri = context.InitialRequestMessage.RequestUri!; // Set: it is being sent.
        var host = context.DnsEndPoint.Host;
        var addresses = await Dns.GetHostAddressesAsync(host, ct);
        var allowed = PushAddress.IsRelay(uri, options) ? addresses : [.. addresses.Where(PushAddress.IsPublic)];
        if (allowed.Length == 0)
            throw new HttpRequestException($"{host} has no public address");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
