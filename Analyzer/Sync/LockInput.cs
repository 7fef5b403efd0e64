using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>The input of every step of locking: the log's speeds and laps, the video's readings, and how many rows pass a frame.</summary>
internal sealed class LockInput
{
    // Beyond these a log's times are wrong, or there is hardly a picture of it.
    private const int MaxFramesPerRow = 60;
    private const int MaxRowsPerFrame = 60;

    /// <summary>Takes the log and the video.</summary>
    public LockInput(SimTrace trace, ImmutableArray<HudReading> readings, double framesPerSecond)
    {
        (Trace, Readings, FramesPerSecond) = (trace, readings, framesPerSecond);
        RowSpeeds = [.. trace.Rows.Select(HudSpeedOf)];
        RowsPerFrame = RowsPerSecond(trace) is { } rate and > 0 && framesPerSecond > 0
            ? Math.Clamp(rate / framesPerSecond, 1.0 / MaxFramesPerRow, MaxRowsPerFrame)
            : 1;
    }

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>What each frame's HUD says.</summary>
    public ImmutableArray<HudReading> Readings { get; }

    /// <summary>The video's frame rate.</summary>
    public double FramesPerSecond { get; }

    /// <summary>By row, its <see cref="HudSpeedOf"/>.</summary>
    public int[] RowSpeeds { get; }

    /// <summary>Rows that pass from one frame to the next when nothing is dropped: 1 at the simulator's own rate, 0.5 at 30 fps.</summary>
    public double RowsPerFrame { get; }

    /// <summary>Frames from one row's to the next one's in the video, a whole number: 1 at the simulator's own rate, 2 at 30 fps.</summary>
    public int FrameStride => Math.Max(1, (int)Math.Round(1 / RowsPerFrame));

    /// <summary>
    /// Rows from one frame's to the next one's in the video, a whole number: 1, but for videos below the simulator's rate.
    /// </summary>
    public int RowStride => Math.Max(1, (int)Math.Round(RowsPerFrame));

    /// <summary>Rows of the log.</summary>
    public int RowCount => RowSpeeds.Length;

    /// <summary>Frames of the video.</summary>
    public int FrameCount => Readings.Length;

    /// <summary>The speed in a frame, hundredths of a metre a second; null where unread.</summary>
    public int? SpeedAt(int frame) => Readings[frame].SpeedCentimetresPerSecond;

    /// <summary>A row's displacement speed as the HUD shows it: rounded to hundredths of a metre a second.</summary>
    public static int HudSpeedOf(SimTraceRow row) => (int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100);

    /// <summary>Whether a row is one of the log's: not before its first (-1) nor after its last (their number).</summary>
    public bool IsInLog(int row) => row >= 0 && row < RowCount;

    /// <summary>Whether the frame shows just the speed of this row.</summary>
    public bool SpeedAgrees(int frame, int row) => SpeedAt(frame) == RowSpeeds[row];

    /// <summary>Frames that show just the speed of their row.</summary>
    public int CountAgreeing(int[] rowOfFrame) => Frames(rowOfFrame).Count(frame => SpeedAgrees(frame, rowOfFrame[frame]));

    /// <summary>Of the frames that show a row and a car that moves, how many there are and how many show just their row's speed.</summary>
    public (int Moving, int Agreeing) CompareMoving(int[] rowOfFrame)
    {
        var moving = Frames(rowOfFrame).Where(frame => SpeedAt(frame) > 0).ToArray();
        return (moving.Length, moving.Count(frame => SpeedAgrees(frame, rowOfFrame[frame])));
    }

    private IEnumerable<int> Frames(int[] rowOfFrame) => Enumerable.Range(0, FrameCount).Where(frame => IsInLog(rowOfFrame[frame]));

    // By the mean step, but for those of a row whose time is wrong.
    private static double? RowsPerSecond(SimTrace trace)
    {
        const int LongestInMedians = 5;
        var steps = trace.Rows.Skip(1)
            .Where(row => row.Episode == trace.Rows[row.Index - 1].Episode)
            .Select(row => row.TimestampMilliseconds - trace.Rows[row.Index - 1].TimestampMilliseconds)
            .Order().ToArray();
        if (steps.Length == 0 || steps[steps.Length / 2] is not (> 0 and var median)) return null;
        return 1000 / steps.Where(step => step >= 0 && step <= LongestInMedians * median).Average();
    }
}
