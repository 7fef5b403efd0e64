using System.Runtime.InteropServices;

namespace Analyzer.Tests.Support.Processes;

/// <summary>
/// How long something takes by the work that it is, not by the clock on the wall: what else a machine does counts for nothing.
/// </summary>
internal static partial class ProcessorTime
{
    private const int OfThisThread = 3;

    /// <summary>The processor's time for what a function does on the thread that calls.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = Now();
        action();
        return Now() - before;
    }

    private static TimeSpan Now()
    {
        Assert.Equal(0, GetTime(OfThisThread, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
