namespace Analyzer.Laps;

/// <summary>What a lap's official start is known from; the surest first.</summary>
internal enum LapStartSource
{
    /// <summary>The simulator's metrics: exact.</summary>
    Metrics,

    /// <summary>The race clock in the video that is locked to the log: exact in the first lap, within 10 ms in the others.</summary>
    Clock,

    /// <summary>Nothing but the log: one median step before the lap's first row, up to 50 ms off.</summary>
    Estimated,
}

/// <summary>A lap's time as the race clock counts it.</summary>
/// <param name="StartMilliseconds">When it began, as <c>tstamp</c>: up to 0.1 s before its first row.</param>
/// <param name="ElapsedMilliseconds">
/// How long it took; of a lap that was broken off, the time until its last row. The log's last row may lie up to 10 ms beside it.
/// </param>
/// <param name="Source">What the start is known from.</param>
internal readonly record struct OfficialLap(long StartMilliseconds, long ElapsedMilliseconds, LapStartSource Source);
