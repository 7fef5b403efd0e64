using System.Runtime.InteropServices;

namespace Analyzer.Tests.Support.Processes;

/// <summary>Processor time of the calling thread, by which tests limit work: what else a busy machine does counts for nothing.</summary>
internal static partial class ProcessorTime
{
    private const int OfThisThread = 3;

    /// <summary>Since the thread began; zero where the system does not tell (clock_gettime(2)).</summary>
    public static TimeSpan Spent =>
        OperatingSystem.IsLinux() && ReadClock(OfThisThread, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
            : TimeSpan.Zero;

    /// <summary>For what a function does.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Spent;
        action();
        return Spent - before;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ReadClock(int clock, out Clock time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Clock
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
