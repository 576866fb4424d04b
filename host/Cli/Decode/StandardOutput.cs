using Microsoft.Win32.SafeHandles;

namespace Fourfold.Cli.Decode;

/// <summary>Standard output as a stream that says when nobody reads any more.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    /// <summary>A pipe that reports its reader's leaving; a file at the place where the shell has it.</summary>
    /// <remarks>
    /// The console's own stream swallows a broken pipe: behind <c>| head</c> a run would decode hours of data for nobody.
    /// A <see cref="FileStream"/> reports it, but would not move a file's place for who writes to it after us.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek)
            return pipe;
        pipe.Dispose();
        return Console.OpenStandardOutput();
    }
}
