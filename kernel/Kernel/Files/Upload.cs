using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fourfold.Kernel.Files;

/// <summary>The raw body of an upload, read whole before any transaction begins: a slow phone must not hold up writers.</summary>
internal sealed record UploadRequest(string Sha256, string? MediaType, string? Purpose)
{
    /// <summary>Bytes of the largest file.</summary>
    public const int MaximumBytes = 10 << 20;
    private const string HashHeader = "X-Content-Sha256";

    /// <summary>The bytes; their hash stands for them where requests are compared.</summary>
    [JsonIgnore]
    public byte[] Content { get; init; } = [];

    /// <summary>Read by the framework for a parameter of this type.</summary>
    /// <exception cref="Refused">413 <c>file.too-large</c>; 422 <c>file.empty</c>, <c>file.hash-wrong</c>.</exception>
    public static async ValueTask<UploadRequest?> BindAsync(HttpContext http, ParameterInfo _)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaximumBytes + 1;
        var content = await Read(http);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var claimed = http.Request.Headers[HashHeader].ToString();
        if (claimed.Length > 0 && !string.Equals(claimed, hash, StringComparison.OrdinalIgnoreCase))
            throw Refused.Invalid("file.hash-wrong", HashHeader).With("actual", hash);
        return new UploadRequest(hash, http.Request.ContentType, http.Request.Query["purpose"]) { Content = content };
    }

    private static async Task<byte[]> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MaximumBytes)
            throw TooLarge();
        using var buffer = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        var part = new byte[64 << 10];
        for (int read; (read = await http.Request.Body.ReadAsync(part, http.RequestAborted)) > 0; )
        {
            if (buffer.Length + read > MaximumBytes)
                throw TooLarge();
            buffer.Write(part, 0, read);
        }
        return buffer.Length > 0 ? buffer.ToArray() : throw Refused.Invalid("file.empty", "body");
    }

    private static Refused TooLarge() => new Refused("file.too-large", 413).With("maximum", MaximumBytes);
}
