using System.Collections.Immutable;
using Analyzer.Hud;

namespace Analyzer.Sync;

/// <summary>The rows that the frames' race clocks point to, looked up in the <see cref="RowClock"/>.</summary>
internal sealed class ClockAnchors
{
    // The log's and the HUD's milliseconds may be rounded differently.
    private const int RoundingMilliseconds = 1;

    // After the last row the clock stands at the lap's end, which the metrics put 0 to 8 ms later; the next row would be 30 ms away.
    private const int EndMilliseconds = 20;

    private readonly int rowCount;

    private ClockAnchors(int?[] rows, bool[] exact, int rowCount)
    {
        (Rows, Exact, this.rowCount) = (rows, exact, rowCount);
        (WithinLog, Hits) = (rows.Count(IsInLog), exact.Where((hit, frame) => hit && IsInLog(rows[frame])).Count());
    }

    /// <summary>
    /// The last row at or before each frame's clock; -1 before the log's first row, its number of rows after its last, null where the clock
    /// is unread.
    /// </summary>
    public int?[] Rows { get; }

    /// <summary>Whether the frame's clock is just that row's, or zero before the first.</summary>
    public bool[] Exact { get; }

    /// <summary>Frames whose clock lies between the log's first row and its last.</summary>
    public int WithinLog { get; }

    /// <summary>Frames whose clock is just a row's: nearly all when log and video belong together, one in twenty by chance.</summary>
    public int Hits { get; }

    /// <summary>Hits among the clocks within the log; 0 where there are none.</summary>
    public double HitShare => WithinLog == 0 ? 0 : (double)Hits / WithinLog;

    /// <summary>The last frame whose clock is just that of the row in it; -1 where none is.</summary>
    /// <param name="rowOfFrame">The row in each frame.</param>
    public int LastHit(int[] rowOfFrame) => Enumerable.Range(0, Rows.Length)
        .LastOrDefault(frame => Exact[frame] && IsInLog(Rows[frame]) && Rows[frame] == rowOfFrame[frame], -1);

    /// <summary>Looks every clock up.</summary>
    public static ClockAnchors Of(RowClock clock, ImmutableArray<HudReading> readings)
    {
        var rows = new int?[readings.Length];
        var exact = new bool[readings.Length];
        var end = clock.At(clock.RowCount - 1) + EndMilliseconds;
        for (var frame = 0; frame < rows.Length; frame++)
        {
            if (readings[frame].ClockMilliseconds is not { } shown) continue;
            var row = clock.LastRowAtOrBefore(shown + RoundingMilliseconds);
            rows[frame] = shown > end ? clock.RowCount : row;
            exact[frame] = row < 0 ? shown == 0 : shown <= end && Math.Abs(clock.At(row) - shown) <= RoundingMilliseconds;
        }

        return new ClockAnchors(rows, exact, clock.RowCount);
    }

    /// <summary>
    /// The frames whose clock names a row of the log, or says that the first is still to come. Of two that contradict each other the one
    /// weighs more that agrees with its speed and lies at the video's pace from its neighbours.
    /// </summary>
    /// <param name="input">Speeds and pace.</param>
    /// <param name="exactOnly">Only frames whose clock is just the row's.</param>
    public List<Anchor> Anchors(LockInput input, bool exactOnly)
    {
        var anchors = new List<Anchor>();
        for (var frame = 0; frame < Rows.Length; frame++)
        {
            if (Rows[frame] is not { } row || row == rowCount || (exactOnly && !Exact[frame])) continue;
            anchors.Add(new Anchor(frame, row, Anchor.ByClock + (row >= 0 && input.SpeedAgrees(frame, row) ? 1 : 0)));
        }

        for (var i = 1; i < anchors.Count; i++)
        {
            var (before, after) = (anchors[i - 1], anchors[i]);
            if (Math.Abs(after.Row - before.Row - (input.RowsPerFrame * (after.Frame - before.Frame))) > 1) continue;
            anchors[i - 1] = before with { Weight = before.Weight + 1 };
            anchors[i] = after with { Weight = after.Weight + 1 };
        }

        return anchors;
    }

    /// <summary>
    /// The frames within the log whose clock was misread, as it seems: it is no row's, or another's than the row in the picture, or it
    /// names another row than the one at the video's pace, for which the speed speaks, or against which at least no speed does.
    /// </summary>
    /// <param name="input">The speeds.</param>
    /// <param name="rowOfFrame">The row in each frame.</param>
    public IEnumerable<int> Misfits(LockInput input, int[] rowOfFrame) => Enumerable.Range(0, Rows.Length).Where(frame =>
        Rows[frame] is { } row && row >= 0 && row < rowCount - 1
        && (!Exact[frame] || rowOfFrame[frame] != row || IsOutOfStep(input, rowOfFrame, frame, row)));

    private bool IsOutOfStep(LockInput input, int[] rowOfFrame, int frame, int row)
    {
        var (before, after) = (frame - input.FrameStride, frame + input.FrameStride);
        if (before < 0 || after >= Rows.Length) return false;
        var (first, last) = (rowOfFrame[before], rowOfFrame[after]);
        var between = (first + last) / 2;
        return first >= 0 && IsInLog(last) && last - first == 2 && between != row
            && (input.SpeedAt(frame) is null || input.SpeedAgrees(frame, between));
    }

    private bool IsInLog(int? row) => row >= 0 && row < rowCount;
}
