using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Sync;

/// <summary>What every step of the locking looks at: the log's speeds and laps, the video's readings, and the pace between them.</summary>
internal sealed class SyncInput
{
    private const double FewestMovingCentimetres = 1;

    /// <summary>Takes the log and the video.</summary>
    public SyncInput(SimTrace trace, ImmutableArray<HudReading> readings, double framesPerSecond)
    {
        (Trace, Readings, FramesPerSecond) = (trace, readings, framesPerSecond);
        RowSpeeds = trace.Rows.Select(row => (int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100)).ToArray();
        RowsPerFrame = RowsPerSecond(trace) is { } rate and > 0 && framesPerSecond > 0 ? rate / framesPerSecond : 1;
    }

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>What each frame's HUD says.</summary>
    public ImmutableArray<HudReading> Readings { get; }

    /// <summary>The video's frame rate.</summary>
    public double FramesPerSecond { get; }

    /// <summary>Displacement speeds as the HUD rounds them: to the nearest hundredth of a metre a second.</summary>
    public int[] RowSpeeds { get; }

    /// <summary>Rows that pass from one frame to the next when nothing is dropped: 1 at the simulator's own rate, 0.5 at 30 fps.</summary>
    public double RowsPerFrame { get; }

    /// <summary>Frames that show the same row when nothing is dropped, at least 1.</summary>
    public int FramesPerRow => Math.Max(1, (int)Math.Round(1 / RowsPerFrame));

    /// <summary>Rows of the log.</summary>
    public int RowCount => RowSpeeds.Length;

    /// <summary>Frames of the video.</summary>
    public int FrameCount => Readings.Length;

    /// <summary>The speed in a frame, hundredths of a metre a second; null where unread.</summary>
    public int? SpeedAt(int frame) => Readings[frame].SpeedCentimetresPerSecond;

    /// <summary>Whether the frame shows just the speed of this row.</summary>
    public bool SpeedAgrees(int frame, int row) => SpeedAt(frame) == RowSpeeds[row];

    /// <summary>Of the frames that show a row and a car that moves, how many there are and how many show that row's speed.</summary>
    public (int Moving, int Agreeing) CompareSpeeds(ReadOnlySpan<int> rowOfFrame)
    {
        int moving = 0, agreeing = 0;
        for (var frame = 0; frame < rowOfFrame.Length; frame++)
        {
            if (rowOfFrame[frame] < 0 || rowOfFrame[frame] >= RowCount || !(SpeedAt(frame) >= FewestMovingCentimetres)) continue;
            moving++;
            if (SpeedAgrees(frame, rowOfFrame[frame])) agreeing++;
        }

        return (moving, agreeing);
    }

    private static double? RowsPerSecond(SimTrace trace)
    {
        var driven = trace.Laps.Sum(lap => trace.Rows[lap.LastRow].TimestampMilliseconds - trace.Rows[lap.FirstRow].TimestampMilliseconds);
        return driven > 0 ? (trace.Rows.Length - trace.Laps.Length) * 1000.0 / driven : null;
    }
}
