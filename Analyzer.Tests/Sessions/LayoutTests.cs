using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

public sealed class LayoutTests : IDisposable
{
    // A simulator's log has four decimals.
    private const double Rounding = 0.0001;

    private readonly TempFolder folder = new();

    public static TheoryData<string> Names => [.. Layouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sample_gives_the_same_rows_and_frames_however_it_is_held(string held)
    {
        var paths = Layouts.All[held](folder);
        var before = FolderState.Of(folder.Root);
        var opener = new RunOpener(new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System));

        var log = opener.OpenLog(
            new RunSelection(RunSelection.FolderOf(paths), null, null, null, KeepLog: true) { Paths = paths }, videoNeeded: true);
        Assert.Equal(before, FolderState.Of(folder.Root));
        new HudFile(SampleRun.Readings, SampleRun.Rows).Write(log.Files.VideoPath!, HudFileStamp.Of(log.Files.VideoPath!));
        var run = opener.Lock(log, keepLog: true, rescan: false, TestContext.Current.CancellationToken);

        Assert.Equal(before, FolderState.Of(folder.Root).Where(file => !file.Contains(".hud.csv ", StringComparison.Ordinal)));
        AssertSameRows(SampleRun.Trace, log.Trace);
        Assert.Equal(
            SampleRun.Rows, Enumerable.Range(0, SampleRun.FrameCount).Select(frame => run.Evaluation.Timeline.RowAt(frame)?.Index));
    }

    [Theory]
    [InlineData("a zip")]
    [InlineData("a tar.gz")]
    [InlineData("a robomaker log and the video")]
    [InlineData("a file for each lap")]
    [InlineData("a log whose lines were sorted as text")]
    public void What_is_no_table_in_the_order_of_driving_is_never_written_to(string held)
    {
        var paths = Layouts.All[held](folder);
        var before = FolderState.Of(folder.Root);
        var opener = new RunOpener(new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System));
        var log = opener.OpenLog(
            new RunSelection(RunSelection.FolderOf(paths), null, null, null, KeepLog: false) { Paths = paths }, videoNeeded: true);
        new HudFile(SampleRun.Readings, SampleRun.Rows).Write(log.Files.VideoPath!, HudFileStamp.Of(log.Files.VideoPath!));

        var run = opener.Lock(log, keepLog: false, rescan: false, TestContext.Current.CancellationToken);

        Assert.Null(run.SpeedColumn);
        Assert.Equal(before, FolderState.Of(folder.Root).Where(file => !file.Contains(".hud.csv ", StringComparison.Ordinal)));
    }

    public void Dispose() => folder.Dispose();

    private static void AssertSameRows(SimTrace expected, SimTrace actual)
    {
        Assert.Equal(expected.Laps, actual.Laps);
        var start = actual.Rows[0].TimestampMilliseconds - expected.Rows[0].TimestampMilliseconds;
        Assert.All(expected.Rows.Zip(actual.Rows), pair =>
        {
            var (one, other) = pair;
            Assert.Equal((one.Steps, one.Action, one.ClosestWaypoint), (other.Steps, other.Action, other.ClosestWaypoint));
            Assert.Equal(one.TimestampMilliseconds + start, other.TimestampMilliseconds);
            Assert.Equal(one.X, other.X, Rounding);
            Assert.Equal(one.YawDegrees, other.YawDegrees, Rounding);
            Assert.Equal(one.SteeringDegrees, other.SteeringDegrees, Rounding);
            Assert.Equal(one.ProgressPercent, other.ProgressPercent, Rounding);
        });
    }
}
