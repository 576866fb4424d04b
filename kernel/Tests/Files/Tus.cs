using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Tests.Identity;
using Xunit;

namespace Fourfold.Kernel.Tests.Files;

/// <summary>A client of the upload protocol, written by the protocol and not by the server.</summary>
internal static class Tus
{
    public const string Root = "/api/v1/uploads";
    public const string Purpose = "work-order-media";

    /// <summary>A request with the headers a client of 1.0.0 sends; values of null leave one out.</summary>
    public static HttpRequestMessage Ask(
        string method,
        string url,
        byte[]? body = null,
        params (string Name, string? Value)[] headers
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        }
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    public static string Metadata(string purpose = Purpose, string? type = null, string? sha256 = null) =>
        string.Join(
            ',',
            new[] { ("purpose", purpose), ("filetype", type), ("sha256", sha256) }
                .Where(pair => pair.Item2 is not null)
                .Select(pair => $"{pair.Item1} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Item2!))}") // Filtered.
        );

    public static Task<HttpResponseMessage> Begin(
        this HttpClient client,
        long length,
        Guid? key = null,
        string? metadata = null,
        byte[]? body = null
    ) =>
        client.SendAsync(
            Ask(
                "POST",
                Root,
                body,
                ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
                ("Upload-Metadata", metadata ?? Metadata()),
                ("Idempotency-Key", key?.ToString())
            )
        );

    /// <summary>Where a new upload is.</summary>
    public static async Task<string> Begun(
        this HttpClient client,
        long length,
        Guid? key = null,
        string? metadata = null
    )
    {
        using var response = await client.Begin(length, key, metadata);
        await response.Body(201);
        return response.Headers.Location!.OriginalString; // The protocol demands it.
    }

    public static Task<HttpResponseMessage> Append(
        this HttpClient client,
        string url,
        long offset,
        byte[] bytes,
        params (string, string?)[] headers
    ) =>
        client.SendAsync(
            Ask("PATCH", url, bytes, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers])
        );

    public static Task<HttpResponseMessage> Head(this HttpClient client, string url) =>
        client.SendAsync(Ask("HEAD", url));

    /// <summary>Bytes the server has.</summary>
    public static async Task<long> Offset(this HttpClient client, string url)
    {
        using var response = await client.Head(url);
        Assert.Equal(200, (int)response.StatusCode);
        return response.Offset();
    }

    public static long Offset(this HttpResponseMessage response) =>
        long.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

    /// <summary>The whole file in one request; its id.</summary>
    public static async Task<string> Stored(
        this HttpClient client,
        byte[] bytes,
        string? type = null,
        string? sha256 = null
    )
    {
        using var response = await client.Begin(
            bytes.Length,
            metadata: Metadata(type: type, sha256: sha256),
            body: bytes
        );
        await response.Body(201);
        Assert.Equal(bytes.Length, response.Offset());
        return IdOf(response.Headers.Location!.OriginalString); // The protocol demands it.
    }

    public static string IdOf(string url) => url[(url.LastIndexOf('/') + 1)..];

    public static FileId FileOf(string url) => FileId.TryParse(IdOf(url), null, out var id) ? id : default;

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
