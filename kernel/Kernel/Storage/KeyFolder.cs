using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Storage;

/// <summary>Where this Fourfold's own keys lie: <c>data/keys</c>, readable by its owner only.</summary>
internal static class KeyFolder
{
    /// <summary>The folder, made when missing.</summary>
    public static DirectoryInfo Of(IConfiguration configuration) =>
        PrivateFolder.Make(Path.Combine(configuration["Fourfold:Data"] ?? "data", "keys"));

    /// <summary>Where the keys of sessions lie, which ASP.NET Core writes by itself.</summary>
    public static DirectoryInfo OfSessions(IConfiguration configuration) =>
        PrivateFolder.Make(Path.Combine(Of(configuration).FullName, "sessions"));
}
