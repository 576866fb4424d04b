namespace Fourfold.Contracts;

/// <summary>Answers about stored files, and forgets them. Kernel keeps them by content.</summary>
public interface IFiles
{
    /// <summary>What is known of a file, or null.</summary>
    ValueTask<StoredFile?> Find(FileId id, CancellationToken ct);

    /// <summary>Forgets a file whose time is over; its bytes go within a day unless another names them. Nothing happens when it is gone already.</summary>
    Task Forget(FileId id, CancellationToken ct);
}

/// <summary>A file that was stored and checked.</summary>
/// <param name="Id">The file.</param>
/// <param name="Sha256">Hex, lower case, of the stored bytes; of a sealed file, of what they are sealed as.</param>
/// <param name="Size">Bytes, as they were before they were sealed.</param>
/// <param name="MediaType">By content, not by name.</param>
/// <param name="By">Who stored it.</param>
/// <param name="Purpose">What it was stored for, such as <c>form-media</c>.</param>
public sealed record StoredFile(
    FileId Id,
    string Sha256,
    long Size,
    string MediaType,
    PersonId? By,
    string Purpose = ""
);
