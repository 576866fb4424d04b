using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Storage;

/// <summary>Where this Fourfold's own keys lie: <c>data/keys</c>, readable by its owner only.</summary>
internal static class KeyFolder
{
    /// <summary>The folder, made when missing.</summary>
    public static DirectoryInfo Of(IConfiguration configuration)
    {
        var path = Path.Combine(configuration["Fourfold:Data"] ?? "data", "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }
}
