using System.Text;

namespace Fourfold.Server.Tls;

/// <summary>Writes files that only their owner may read.</summary>
internal static class Secret
{
    public static void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public static void Write(string file, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
    }
}
