using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>
/// The map between frames of the video and rows of the log, both ways. Rows never go backwards from frame to frame.
/// </summary>
internal sealed class Timeline
{
    private readonly ImmutableArray<int?> rowOfFrame;
    private readonly int?[] firstFrameOfRow;
    private readonly int lastShownRow = -1;

    /// <summary>Takes the map from frames to rows.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="readings">What each frame's HUD says.</param>
    /// <param name="rowOfFrame">The row in each frame; null before the log's first row and after its last.</param>
    /// <param name="framesPerSecond">The video's frame rate.</param>
    /// <param name="sync">What the map rests on.</param>
    public Timeline(
        SimTrace trace, ImmutableArray<HudReading> readings, ImmutableArray<int?> rowOfFrame, double framesPerSecond, SyncMode sync)
    {
        FramesRead = rowOfFrame.Length;
        if (readings.Length != rowOfFrame.Length) throw new ArgumentException("One reading and one row a frame.", nameof(rowOfFrame));
        (Trace, Readings, this.rowOfFrame, FramesPerSecond, Sync) = (trace, readings, rowOfFrame, framesPerSecond, sync);
        firstFrameOfRow = new int?[trace.Rows.Length];
        for (var frame = rowOfFrame.Length - 1; frame >= 0; frame--)
        {
            if (rowOfFrame[frame] is not { } row) continue;
            (FirstFrame, firstFrameOfRow[row], lastShownRow) = (frame, frame, Math.Max(lastShownRow, row));
        }
    }

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>What each frame's HUD says.</summary>
    public ImmutableArray<HudReading> Readings { get; }

    /// <summary>The video's frame rate.</summary>
    public double FramesPerSecond { get; }

    /// <summary>What the map rests on.</summary>
    public SyncMode Sync { get; }

    /// <summary>The first frame that shows a row of the log; 0 where none does.</summary>
    public int FirstFrame { get; }

    /// <summary>
    /// How many frames from the first on have been read for good: all, but while the one-time pass is still under way. What the others
    /// show is not known yet.
    /// </summary>
    public int FramesRead { get; private init; }

    /// <summary>Whether the one-time pass is still under way.</summary>
    public bool IsBeingRead => FramesRead < FrameCount;

    /// <summary>Frames of the video.</summary>
    public int FrameCount => rowOfFrame.Length;

    /// <summary>The timeline of a video of which nothing has been read yet.</summary>
    public static Timeline Unread(SimTrace trace, int frameCount, double framesPerSecond) =>
        new(trace, [.. new HudReading[frameCount]], [.. new int?[frameCount]], framesPerSecond, SyncMode.Clock) { FramesRead = 0 };

    /// <summary>The beginning of this timeline as that of a longer video, the rest of which has not been read yet.</summary>
    /// <param name="framesRead">How many of the frames are known for good.</param>
    /// <param name="frameCount">Frames of the video.</param>
    public Timeline BeginningOf(int framesRead, int frameCount) => new(
        Trace,
        [.. Readings.Take(framesRead), .. new HudReading[frameCount - framesRead]],
        [.. rowOfFrame.Take(framesRead), .. new int?[frameCount - framesRead]],
        FramesPerSecond,
        Sync)
    {
        FramesRead = framesRead,
    };

    /// <summary>Whether it is known what a frame shows.</summary>
    public bool IsRead(int frame) => frame < FramesRead;

    /// <summary>The row in a frame's picture; null before the log's first row and after its last.</summary>
    public SimTraceRow? RowAt(int frame) => rowOfFrame[frame] is { } row ? Trace.Rows[row] : null;

    /// <summary>The lap in a frame's picture; the first one before the log's first row, the last one after its last.</summary>
    public Lap LapAt(int frame) => RowAt(frame) is { } row ? Trace.LapOf(row.Index) : frame < FirstFrame ? Trace.Laps[0] : Trace.Laps[^1];

    /// <summary>The first frame that shows a row; null where none does.</summary>
    public int? FirstFrameOf(int row) => firstFrameOfRow[row];

    /// <summary>The first frame that shows a row, or where none does the next one that is shown; null where none is.</summary>
    public int? FirstFrameFrom(int row)
    {
        for (var shown = row; shown <= lastShownRow; shown++)
            if (FirstFrameOf(shown) is { } frame) return frame;

        return null;
    }

    /// <summary>The first frame that shows a row of a lap; where none does, the next one of the lap, else the last before.</summary>
    public int FrameOf(Lap lap, int row)
    {
        for (var later = row; later <= lap.LastRow; later++)
            if (FirstFrameOf(later) is { } frame) return frame;

        for (var earlier = row - 1; earlier >= lap.FirstRow; earlier--)
            if (FirstFrameOf(earlier) is { } frame) return frame;

        return Math.Clamp(FirstFrameFrom(row) ?? FrameCount - 1, 0, FrameCount - 1);
    }

    /// <summary>By row, the speed that the HUD said in the first frame that shows it, metres a second; null where not known.</summary>
    public double?[] Speeds() => [.. Trace.Rows.Select(row => ReadingOf(row.Index)?.SpeedMetresPerSecond)];

    /// <summary>What the HUD said in the first frame that shows a row; null where it said nothing, or no frame shows the row.</summary>
    public HudReading? ReadingOf(int row) => FirstFrameOf(row) is { } frame ? Readings[frame] : null;
}
