using System.Runtime.CompilerServices;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Playback.Window;
using Analyzer.Rewards;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>Alone in the process while it runs, because it counts what all threads allocate.</summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class AllocationTests
{
    private const string Alone = "alone";
    /// <summary>Once through the video: what is drawn once a lap has been drawn then.</summary>
    private const int WarmUp = SampleRun.FrameCount + 60;
    private const int Frames = 1000;

    /// <summary>
    /// Less than the smallest object, 24 bytes, for every frame: the loop's one jump back, and what the runtime does by itself. The loop
    /// leaves out the first frame, for there ffmpeg is started anew.
    /// </summary>
    private const long Tolerated = (24 * Frames) - 1;

    [Fact]
    public void Playing_a_thousand_frames_makes_no_garbage_and_no_new_picture()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CORECLR_ENABLE_PROFILING") == "1", "counting lines makes garbage");
        using var run = SampleRun.Read();
        var opened = run.Open().Run;
        var timeline = opened.Evaluation.Timeline;
        using var pipeline = new FramePipeline(opened, box: null, forSeeking: false);
        var screen = new ScreenComposer(opened.Evaluation, pipeline.Composer);
        var time = new FakeTimeProvider();
        var window = new CountingWindow(time);
        var player = new Player(
            window, pipeline.Frames, new WholeRun(new RunView(pipeline.Composer, screen, new Landmarks(timeline))),
            new OutputFiles(run.Model, 15, time), time);
        var rewards = RewardTable.Evaluate(
            RewardSet.Default, new RewardRows(timeline.Trace), TestContext.Current.CancellationToken);
        var state = new PlayerState
        {
            Frame = SampleRun.FrameCount - 40,
            LoopFrom = 1,
            LoopTo = SampleRun.FrameCount - 1,
            Overlays = new OverlaySettings
            {
                FramesPerSecond = 100,
                Rewards = new RewardState(rewards),
                Comparison = LapComparison.BestLap
            },
        };

        player.Run(state, quitAtEnd: true, TestContext.Current.CancellationToken);

        Assert.Equal(WarmUp + Frames, window.Shown);
        Assert.True(window.Allocated < Tolerated, $"{window.Allocated} bytes in {Frames} frames");
        Assert.InRange(window.Pictures.Count, 1, 2);
        Assert.InRange(window.MoreHandles, int.MinValue, 0);
    }

    /// <summary>Counts pictures, and garbage once all has been drawn for the first time; closes when it has seen enough.</summary>
    private sealed class CountingWindow(FakeTimeProvider time) : IWindow
    {
        private long before;

        public int Shown { get; private set; }

        public long Allocated { get; private set; }

        /// <summary>How many files, pipes and sockets are open at the end more than after the first time through.</summary>
        public int MoreHandles { get; private set; }

        public HashSet<int> Pictures { get; } = [];

        public bool Closed => Shown >= WarmUp + Frames;

        public bool FullScreen { get; set; }

        public void Show(Mat picture)
        {
            Pictures.Add(RuntimeHelpers.GetHashCode(picture));
            Shown++;
            if (Shown == WarmUp)
            {
                MoreHandles = -OpenHandles();
                before = GC.GetTotalAllocatedBytes(precise: true);
            }

            if (Shown != WarmUp + Frames) return;
            Allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            MoreHandles += OpenHandles();
        }

        private static int OpenHandles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;

        public bool TakeMouse(out MouseInput input)
        {
            input = default;
            return false;
        }

        public bool FollowMouse(out MouseInput input) => TakeMouse(out input);

        public string? PollKey() => null;

        public bool IsKeyRepeated => false;

        public string? WaitKey(int milliseconds)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            return null;
        }

        public void Dispose()
        {
        }
    }
}
