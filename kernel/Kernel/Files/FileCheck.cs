namespace Fourfold.Kernel.Files;

/// <summary>What a file is by its content, and the bytes that may be kept of it.</summary>
/// <param name="MediaType">One of <see cref="Accepted"/>, or null for anything else.</param>
/// <param name="Content">The bytes to store, or null when the file is damaged or not built as its type demands.</param>
internal readonly record struct FileCheck(string? MediaType, byte[]? Content)
{
    /// <summary>The types that are taken in.</summary>
    public static readonly IReadOnlyList<string> Accepted =
    [
        "image/jpeg",
        "image/png",
        "image/webp",
        "application/pdf",
    ];

    /// <summary>Looks at the first bytes, then walks the structure. Any bytes give an answer; nothing is thrown.</summary>
    public static FileCheck Of(ReadOnlySpan<byte> file)
    {
        if (Jpeg.Begins(file))
            return new FileCheck("image/jpeg", Jpeg.Clean(file));
        if (Png.Begins(file))
            return new FileCheck("image/png", Png.Clean(file));
        if (WebP.Begins(file))
            return new FileCheck("image/webp", WebP.Clean(file));
        if (file.StartsWith("%PDF-"u8))
            return new FileCheck("application/pdf", EndsAsPdf(file) ? file.ToArray() : null);
        return default;
    }

    /// <summary>Ending of a file name for an accepted type.</summary>
    public static string ExtensionOf(string mediaType) =>
        mediaType switch
        {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "image/webp" => "webp",
            _ => "pdf",
        };

    // ISO 32000-1, 7.5.5: the last line is %%EOF; writers add a few bytes after it.
    private static bool EndsAsPdf(ReadOnlySpan<byte> file) =>
        file[Math.Max(0, file.Length - 1024)..].LastIndexOf("%%EOF"u8) >= 0;
}
