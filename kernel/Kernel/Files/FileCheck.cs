using Fourfold.Kernel.Files.Video;

namespace Fourfold.Kernel.Files;

/// <summary>What a file is by its content, and the bytes that may be kept of it.</summary>
/// <param name="MediaType">The type of a picture or PDF, or null for anything else.</param>
/// <param name="Content">The bytes to store, or null when the file is damaged or not built as its type demands.</param>
internal readonly record struct FileCheck(string? MediaType, byte[]? Content)
{
    /// <summary>Bytes of the beginning that tell a type for certain.</summary>
    public const int HeadBytes = 64;

    /// <summary>The type by the first <see cref="HeadBytes"/> bytes (or fewer, of a smaller file); null for what is not taken in.</summary>
    /// <remarks>Sound alone begins as a video does, but for Ogg; which it is, its tracks tell at the end.</remarks>
    public static string? TypeOf(ReadOnlySpan<byte> head) =>
        Jpeg.Begins(head) ? "image/jpeg"
        : Png.Begins(head) ? "image/png"
        : WebP.Begins(head) ? "image/webp"
        : head.StartsWith("%PDF-"u8) ? "application/pdf"
        : Ogg.Begins(head) ? "audio/ogg"
        : WebM.Begins(head) ? "video/webm"
        : Mp4.TypeOf(head);

    /// <summary>Looks at the first bytes of a picture or PDF, then walks the structure. Any bytes give an answer; nothing is thrown.</summary>
    public static FileCheck Of(ReadOnlySpan<byte> file)
    {
        var type = TypeOf(file);
        return type switch
        {
            "image/jpeg" => new FileCheck(type, Jpeg.Clean(file)),
            "image/png" => new FileCheck(type, Png.Clean(file)),
            "image/webp" => new FileCheck(type, WebP.Clean(file)),
            "application/pdf" => new FileCheck(type, EndsAsPdf(file) ? file.ToArray() : null),
            _ => default,
        };
    }

    /// <summary>Ending of a file name for an accepted type.</summary>
    public static string ExtensionOf(string mediaType) =>
        mediaType switch
        {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "image/webp" => "webp",
            "video/mp4" => "mp4",
            "video/quicktime" => "mov",
            "video/3gpp" => "3gp",
            "video/webm" or "audio/webm" => "webm",
            "audio/mp4" => "m4a",
            "audio/ogg" => "ogg",
            _ => "pdf",
        };

    // ISO 32000-1, 7.5.5: the last line is %%EOF; writers add a few bytes after it.
    private static bool EndsAsPdf(ReadOnlySpan<byte> file) =>
        file[Math.Max(0, file.Length - 1024)..].LastIndexOf("%%EOF"u8) >= 0;
}
