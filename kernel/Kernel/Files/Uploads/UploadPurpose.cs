using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>What files are taken in for. A purpose that no module registered is refused.</summary>
/// <param name="Code">Lower-case words with hyphens, 40 letters at most, such as <c>work-order-media</c>.</param>
/// <param name="MediaTypes">The types it takes, such as <c>image/jpeg</c>.</param>
/// <param name="IsSealed">Whether they are sealed the moment they have come; <see cref="Contracts.IFiles"/> gives them out again.</param>
public sealed record UploadPurpose(string Code, IReadOnlyList<string> MediaTypes, bool IsSealed = false);

/// <summary>How modules register what files are taken in for.</summary>
public static class UploadPurposes
{
    /// <summary>Pictures that a browser shows.</summary>
    public static readonly IReadOnlyList<string> Pictures = ["image/jpeg", "image/png", "image/webp"];

    /// <summary>Videos as phones make them.</summary>
    public static readonly IReadOnlyList<string> Videos = ["video/mp4", "video/quicktime", "video/3gpp", "video/webm"];

    /// <summary>Somebody's words, a minute at most; beside <see cref="Videos"/>, as which all but Ogg begin.</summary>
    public static readonly IReadOnlyList<string> Sounds = ["audio/webm", "audio/mp4", "audio/ogg"];

    /// <summary>Documents; given out as a download only.</summary>
    public static readonly IReadOnlyList<string> Documents = ["application/pdf"];

    /// <summary>Takes files in for this purpose.</summary>
    public static IServiceCollection TakeUploads(
        this IServiceCollection services,
        string code,
        params IReadOnlyList<string>[] mediaTypes
    ) => services.AddSingleton(new UploadPurpose(code, [.. mediaTypes.SelectMany(types => types)]));

    /// <summary>The same, and seals them; see <see cref="Contracts.IFileKeys"/>.</summary>
    public static IServiceCollection TakeSealedUploads(
        this IServiceCollection services,
        string code,
        params IReadOnlyList<string>[] mediaTypes
    ) => services.AddSingleton(new UploadPurpose(code, [.. mediaTypes.SelectMany(types => types)], IsSealed: true));
}
