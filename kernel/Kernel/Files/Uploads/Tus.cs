using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>The headers of tus and what they mean.</summary>
/// <remarks>tus resumable upload protocol 1.0.0 (tus.io/protocols/resumable-upload), core and the extensions named here.</remarks>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Extensions = "creation,creation-with-upload,checksum,expiration,termination";
    public const string Algorithms = "sha1,sha256";
    public const string Resumable = "Tus-Resumable";
    public const string Body = "application/offset+octet-stream";
    public const string OffsetHeader = "Upload-Offset";
    public const string LengthHeader = "Upload-Length";
    public const string ExpiresHeader = "Upload-Expires";
    public const string ChecksumHeader = "Upload-Checksum";
    public const string MetadataHeader = "Upload-Metadata";
    public const int ChecksumMismatch = 460;
    private const int LongestMetadata = 4096;

    /// <summary>A checksum that the client sent of one request's body.</summary>
    public sealed record Checksum(HashAlgorithmName Algorithm, byte[] Value);

    /// <exception cref="Refused">412 <c>upload.version-refused</c>.</exception>
    public static void CheckVersion(HttpRequest request)
    {
        var version = request.Headers[Resumable].ToString();
        if (version != Version)
            throw new Refused("upload.version-refused", StatusCodes.Status412PreconditionFailed)
                .With("version", version)
                .With("supported", Version);
    }

    /// <summary>Whether the body bears bytes of the file.</summary>
    public static bool HasBytes(HttpRequest request) =>
        string.Equals(request.ContentType?.Split(';')[0].Trim(), Body, StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number of bytes, 0 or more.</summary>
    /// <exception cref="Refused">400 with <paramref name="code"/>.</exception>
    public static long Number(HttpRequest request, string header, string code) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new Refused(code, StatusCodes.Status400BadRequest).With("field", header);

    /// <summary>The checksum of the body, or null when none was sent.</summary>
    /// <exception cref="Refused">400 <c>upload.checksum-malformed</c>.</exception>
    public static Checksum? ChecksumOf(HttpRequest request)
    {
        var header = request.Headers[ChecksumHeader];
        if (StringValues.IsNullOrEmpty(header))
            return null;
        var parts = header.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (algorithm, bytes) =
            parts is not [var name, _] ? default
            : name == "sha1" ? (HashAlgorithmName.SHA1, 20)
            : name == "sha256" ? (HashAlgorithmName.SHA256, 32)
            : default;
        var value = new byte[64];
        if (bytes == 0 || !Convert.TryFromBase64String(parts[1], value, out var length) || length != bytes)
            throw new Refused("upload.checksum-malformed", StatusCodes.Status400BadRequest)
                .With("field", ChecksumHeader)
                .With("known", Algorithms);
        return new Checksum(algorithm, value[..bytes]);
    }

    /// <summary>The pairs of <c>Upload-Metadata</c>: keys, and values in Base64 of UTF-8.</summary>
    /// <exception cref="Refused">400 <c>upload.metadata-malformed</c>.</exception>
    public static Dictionary<string, string> Metadata(HttpRequest request)
    {
        var header = request.Headers[MetadataHeader].ToString();
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (header.Length > LongestMetadata)
            throw Malformed();
        var value = new byte[LongestMetadata];
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var length = 0;
            if (parts.Length > 2 || (parts.Length == 2 && !Convert.TryFromBase64String(parts[1], value, out length)))
                throw Malformed();
            if (!pairs.TryAdd(parts[0], Encoding.UTF8.GetString(value, 0, length)))
                throw Malformed();
        }
        return pairs;
    }

    /// <summary>Says how far an upload is, and when it ends by itself unless more comes.</summary>
    public static void Tell(HttpResponse response, UploadRow upload, long offset)
    {
        response.Headers[OffsetHeader] = offset.ToString(CultureInfo.InvariantCulture);
        if (upload.State is UploadState.Open)
            response.Headers[ExpiresHeader] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }

    private static Refused Malformed() =>
        new Refused("upload.metadata-malformed", StatusCodes.Status400BadRequest).With("field", MetadataHeader);
}
