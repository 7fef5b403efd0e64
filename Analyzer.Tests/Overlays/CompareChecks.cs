using Analyzer.Hud;
using Analyzer.Hud.Layout;
using Analyzer.Laps;
using Analyzer.Sessions;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>What holds for the compare view of any run.</summary>
internal static class CompareChecks
{
    /// <summary>
    /// Draws all frames and reads each half's HUD anew: the left one's clock is the frame's own, the right one's that of
    /// the first frame that shows the first row of the compared lap whose progress is that of the left row.
    /// </summary>
    public static void BothHalvesAreAtTheSameProgress(Session session, LapComparison comparison)
    {
        var evaluation = session.Run.Evaluation;
        var (timeline, times) = (evaluation.Timeline, evaluation.Laps.Times);
        using var video = new VideoFrames(session.Run.VideoPath);
        var layout = LayoutSearch.Find(
            session.Run.VideoPath, video.GetFrame(0), timeline.FrameCount, TestContext.Current.CancellationToken);
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        var settings = session.Settings with { Compare = true, Comparison = comparison };
        using var left = new HudReader(layout);
        using var right = new HudReader(layout);
        for (var frame = 0; frame < timeline.FrameCount; frame++)
        {
            var picture = pipeline.Composer.Compose(pipeline.Frames, frame, settings);
            using var one = new Mat(picture, new Rect(0, 0, 640, 480));
            using var other = new Mat(picture, new Rect(640, 0, 640, 480));
            left.Add(one);
            right.Add(other);
        }

        var (leftHud, rightHud) = (left.Finish().Readings, right.Finish().Readings);
        var compared = 0;
        for (var frame = 0; frame < timeline.FrameCount; frame++)
        {
            AssertReads(timeline.Readings[frame], leftHud[frame], $"left, frame {frame}");
            if (timeline.RowAt(frame) is not { } row) continue;
            var lap = timeline.Trace.LapOf(row.Index);
            var other = comparison == LapComparison.BestLap ? times.Best : lap.Number > 1 ? timeline.Trace.Laps[lap.Number - 2] : null;
            if (other is null) continue;
            var progress = timeline.Trace.Rows[lap.FirstRow..(row.Index + 1)].Max(it => it.ProgressPercent);
            var beside = Enumerable.Range(other.FirstRow, other.RowCount)
                .FirstOrDefault(it => timeline.Trace.Rows[it].ProgressPercent >= progress, other.LastRow);
            if (timeline.FirstFrameOf(beside) is not { } shown) continue;
            AssertReads(timeline.Readings[shown], rightHud[frame], $"right, frame {frame}");
            compared++;
        }

        Assert.True(compared > timeline.FrameCount / 4, $"{compared} of {timeline.FrameCount} frames could be compared");
    }

    private static void AssertReads(HudReading expected, HudReading read, string where)
    {
        if (expected.ClockMilliseconds is { } clock)
            Assert.True(clock == read.ClockMilliseconds, $"{where}: {read.ClockMilliseconds}, not {clock}");
    }
}
