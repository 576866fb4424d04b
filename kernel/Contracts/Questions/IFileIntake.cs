namespace Fourfold.Contracts;

/// <summary>Takes files in that come by another way than an upload of the API. Kernel keeps them.</summary>
public interface IFileIntake
{
    /// <summary>Stores a picture or film for whoever acts, checked and cleaned as any upload.</summary>
    /// <param name="content">The bytes, read to their end.</param>
    /// <param name="purpose">A registered purpose, such as <c>form-media</c>.</param>
    /// <param name="ct">Ends it.</param>
    /// <remarks>What is too large, damaged or of another type is refused as an upload is.</remarks>
    Task<FileId> Take(Stream content, string purpose, CancellationToken ct);
}
