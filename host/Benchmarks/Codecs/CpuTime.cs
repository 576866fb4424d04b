using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>
/// Seconds of processor that were used, not of the clock on the wall: work on one core is compared fairly on a machine
/// that is shared with others.
/// </summary>
internal static class CpuTime
{
    private const int ThreadClock = 3;
    private const int Children = -1;

    /// <summary>Of this thread.</summary>
    public static double Thread() =>
        OperatingSystem.IsLinux() && Native.clock_gettime(ThreadClock, out var time) == 0
            ? time.Seconds + time.Nanoseconds * 1e-9
            : Wall();

    /// <summary>Of all child processes that have ended and were waited for, all their threads and the system's work for them.</summary>
    public static double EndedChildren()
    {
        if (!OperatingSystem.IsLinux() || Native.getrusage(Children, out var usage) != 0)
        {
            return Wall();
        }
        return usage.UserSeconds + usage.SystemSeconds + (usage.UserMicroseconds + usage.SystemMicroseconds) * 1e-6;
    }

    private static double Wall() => Stopwatch.GetElapsedTime(0).TotalSeconds;

    private static class Native
    {
#pragma warning disable IDE1006, SYSLIB1054 // The system's own names; blittable structs need no generated marshalling.
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int clock_gettime(int clock, out Time time);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static extern int getrusage(int who, out Usage usage);
#pragma warning restore IDE1006, SYSLIB1054

        [StructLayout(LayoutKind.Sequential)]
        internal struct Time
        {
            public long Seconds;
            public long Nanoseconds;
        }

        [StructLayout(LayoutKind.Sequential, Size = 144)]
        internal struct Usage
        {
            public long UserSeconds;
            public long UserMicroseconds;
            public long SystemSeconds;
            public long SystemMicroseconds;
        }
    }
}
