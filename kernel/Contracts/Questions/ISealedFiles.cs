namespace Fourfold.Contracts;

/// <summary>Seals sensitive pictures and films, and opens them. Kernel keeps them; who may see one is for the asker to decide, and to write down.</summary>
public interface ISealedFiles
{
    /// <summary>Seals a file for one place; one that was sealed for it before stays as it is.</summary>
    /// <param name="id">The file; sealed as it came in, or plain, and then its plain bytes go at once unless another file has the same.</param>
    /// <param name="area">Path of the area whose county's key is used.</param>
    /// <param name="place">What it belongs to, at most 300 characters; it opens for nothing else.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>False when there is no such file, or it is sealed for another place.</returns>
    Task<bool> Seal(FileId id, string area, string place, CancellationToken ct);

    /// <summary>Opens a sealed file. Its bytes are checked as they are read: what was changed throws and is not given out.</summary>
    /// <param name="id">The file.</param>
    /// <param name="place">What it was sealed for.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null when there is no such file, or its bytes are gone.</returns>
    Task<OpenedFile?> Open(FileId id, string place, CancellationToken ct);
}

/// <summary>A sealed file, opened.</summary>
/// <param name="Content">Its plain bytes, to be sought in; whoever asked for it closes it.</param>
/// <param name="MediaType">By content, not by name.</param>
/// <param name="FileName">To offer it under, such as <c>ID.jpg</c>.</param>
/// <param name="StoredAt">When it came.</param>
public sealed record OpenedFile(Stream Content, string MediaType, string FileName, DateTimeOffset StoredAt);
