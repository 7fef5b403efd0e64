using System.Collections.Immutable;

namespace Analyzer.Sync;

/// <summary>Puts into sentences what a user should know of a lock: what it rests on, what is missing, and why a log is refused.</summary>
internal sealed class LockRemarks(LockInput input, ClockAnchors clock, SyncPath path, bool metricsMisfit)
{
    // So many readings that fit nowhere are no accident.
    private const int MinToJudge = 30;

    // Recording starts some frames before the first row and may go on some after the last.
    private const double OrdinaryMarginSeconds = 1;

    private readonly int firstShown = Array.FindIndex(path.Rows, input.IsInLog);
    private readonly int lastShown = Array.FindLastIndex(path.Rows, input.IsInLog);

    /// <summary>Why the log is not this video's; null where nothing speaks against it.</summary>
    public string? Mismatch()
    {
        const string Remedy = "choose this video's log with --log FILE, or another evaluation with --evaluation N";
        if (path.Sync != SyncMode.Time) return null;
        var clocks = clock.Rows.Count(row => row is not null);
        var moving = input.Readings.Count(reading => reading.SpeedCentimetresPerSecond > 0);
        return (clocks >= MinToJudge, moving >= MinToJudge) switch
        {
            (true, true) => $"The log is not this video's: neither the race clock nor the speeds in the picture are in it; {Remedy}.",
            (true, false) => $"The log is not this video's: of {clocks} race clocks in the picture {clock.Hits} are in it; {Remedy}.",
            (false, true) => $"The log is not this video's: the speeds in the picture are not in it; {Remedy}.",
            _ => null,
        };
    }

    /// <summary>What there is to say of a lock, the weightiest first; nothing when every frame is locked as it should.</summary>
    public ImmutableArray<string> All() =>
    [
        .. new[] { OfMode(), OfMetrics(), OfUnread(), OfContradictions(), OfStart(), OfEnd(), OfMissingRows() }.OfType<string>(),
    ];

    private string? OfMode() => path.Sync switch
    {
        SyncMode.Clock when path.IsWallClock =>
            "The log's clock is not the simulator's: frames are locked by the nearest clock and the way driven, nearly all exactly.",
        SyncMode.Speed when clock.Rows.Any(row => row is not null) =>
            "The race clock does not fit the log: frames are aligned by their speeds, exact where the car moves.",
        SyncMode.Speed => "No race clock could be read: frames are aligned by their speeds, exact where the car moves.",
        SyncMode.Time when Mismatch() is null => $"{OfTooLittle()}: frames are aligned by time and may be some rows off.",
        _ => null,
    };

    private string OfTooLittle()
    {
        var clocks = input.Readings.Count(reading => reading.ClockMilliseconds is not null);
        var speeds = input.Readings.Count(reading => reading.SpeedCentimetresPerSecond is not null);
        return clocks + speeds == 0 ? "Neither race clock nor speed could be read"
            : $"What could be read (race clocks: {clocks}, speeds: {speeds}) is too little to find the rows by";
    }

    private string? OfMetrics() =>
        metricsMisfit && path.Sync == SyncMode.Clock
            ? "The lap times in the metrics are not this log's: they were estimated from the log."
            : null;

    private string? OfUnread()
    {
        if (path.Sync != SyncMode.Clock) return null;
        var unread = clock.Rows.Count(row => row is null);
        return unread == 0 ? null : $"{Frames(unread)} without a readable race clock: filled in from the neighbours.";
    }

    private string? OfContradictions()
    {
        if (path.Sync != SyncMode.Clock || path.IsWallClock) return null;
        var (first, last) = firstShown < 0 ? (0, input.FrameCount - 1) : (firstShown, lastShown);
        var unused = Enumerable.Range(first, last - first + 1)
            .Count(frame => clock.Rows[frame] is { } row && row != path.Rows[frame]);
        return unused == 0 ? null : $"{Frames(unused)} with a race clock that contradicts the others: not used.";
    }

    private string? OfStart() => path.Sync != SyncMode.Time && firstShown >= 0 && path.Rows[firstShown] > OrdinaryMarginRows
        ? $"The video begins at row {path.Rows[firstShown]} of the log (lap {input.Trace.LapOf(path.Rows[firstShown]).Number})."
        : null;

    private string? OfEnd()
    {
        if (path.Sync == SyncMode.Time) return null;
        if (lastShown < 0) return "No frame shows a row of the log.";
        var after = input.FrameCount - 1 - lastShown;
        if (after > OrdinaryMarginSeconds * input.FramesPerSecond)
            return $"The log ends before the video: the last {after} frames show no row.";

        var last = path.Rows[lastShown];
        return input.RowCount - 1 - last > OrdinaryMarginRows
            ? $"The video ends at row {last} of {input.RowCount} (lap {input.Trace.LapOf(last).Number})."
            : null;
    }

    private string? OfMissingRows()
    {
        if (path.Sync == SyncMode.Time || input.RowStride > 1 || firstShown < 0) return null;
        var between = path.Rows[lastShown] - path.Rows[firstShown] + 1;
        var missing = between - path.Rows[firstShown..(lastShown + 1)].Distinct().Count();
        return missing == 0 ? null : $"{missing} {(missing == 1 ? "row is" : "rows are")} in no frame: the video dropped pictures there.";
    }

    private double OrdinaryMarginRows => OrdinaryMarginSeconds * input.FramesPerSecond * input.RowsPerFrame;

    private static string Frames(int count) => count == 1 ? "1 frame" : $"{count} frames";
}
