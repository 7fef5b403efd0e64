using System.Globalization;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Tests.Laps;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

public sealed class ReferenceRunTests : IDisposable
{
    private static readonly SimTrace Run = Drives.Laps([0, 20, 40, 60, 80, 100]);

    private readonly TempFolder folder = new();
    private readonly TestConsole messages = new();

    public ReferenceRunTests() => messages.Profile.Width = 1000;

    [Theory]
    [InlineData("none", "there is no such file or folder; give the folder, the archive, the log or the video of a run.")]
    [InlineData("empty", "there is no other run's log there; name the folder or the archive of its logs.")]
    [InlineData("broken-off", "no lap was completed there, so there is none to compare with; name another run.")]
    [InlineData("longer", "drove a track of 57.9 m, this run one of 20.0 m; name a run on the same track.")]
    [InlineData(
        "elsewhere",
        "drove another track, direction or start: at equal progress the cars are 40.0 m apart; name a run on the same track.")]
    public void What_can_t_be_compared_gets_a_line(string name, string what)
    {
        folder.Path("empty/x");
        WriteLog("broken-off", [0, 50, 99], 20);
        WriteLog("longer", [0, 50, 100], 57.9);
        WriteLog("elsewhere", [0, 50, 100], 20, aside: 40);

        var refused = Assert.Throws<RunException>(() => Compare(Path.Combine(folder.Root, name)));

        Assert.Equal($"--against DIR/{name}: {what}", refused.Message.Replace(folder.Root, "DIR", StringComparison.Ordinal));
    }

    [Fact]
    public void The_best_lap_of_the_other_run_is_taken_and_named()
    {
        WriteLog("other_model/eval", [0, 50, 100], 20);

        var best = Compare(Path.Combine(folder.Root, "other_model") + Path.DirectorySeparatorChar)!;

        Assert.Equal(("other_model", 30.0), (best.RunName, best.Seconds));
        Assert.Equal($"Compared with lap 1 (30.000 s, its start estimated) of {folder.Root}/other_model/eval/log.csv.", messages.Lines[0]);
    }

    [Fact]
    public void The_other_run_s_times_are_those_of_its_metrics()
    {
        WriteLog("other_model/eval", [0, 50, 100], 20);
        folder.Write("other_model/metrics.json", """
            {"metrics": [{"trial": 1, "start_time": -50, "metric_time": 20000, "elapsed_time_in_milliseconds": 20050,
            "completion_percentage": 100, "episode_status": "Lap complete"}]}
            """);

        Assert.Equal(20.05, Compare(Path.Combine(folder.Root, "other_model"))!.Seconds);
        Assert.Equal($"Compared with lap 1 (20.050 s) of {folder.Root}/other_model/eval/log.csv.", messages.Lines[0]);
    }

    [Fact]
    public void Without_another_there_is_none() => Assert.Null(Compare(null));

    [Fact]
    public void Of_a_tree_the_best_lap_on_this_track_is_taken_and_named()
    {
        WriteLog("tree/20220612082523-slow/log", [0, 50, 100], 20);
        WriteLog("tree/deep/20220613082523-quick/log", [0, 50, 100], 20, stepSeconds: 9);
        WriteLog("tree/elsewhere/log", [0, 50, 100], 57.9, stepSeconds: 1);

        var best = Compare(Path.Combine(folder.Root, "tree"))!;

        Assert.Equal(("20220613082523-quick", 27.0), (best.RunName, best.Seconds));
        Assert.EndsWith("quick/log/log.csv, the best of 3 runs.", messages.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_never_compared_with_itself()
    {
        WriteLog("tree/own", [0, 50, 100], 20, stepSeconds: 5);
        WriteLog("tree/other", [0, 50, 100], 20);
        using var output = new TestConsole();

        var best = ReferenceRun.Find(
            SimTraceReader.Read(folder.Path("tree/own/log.csv")), [folder.Path("tree")],
            new Terminal(output, messages, TimeProvider.System));

        Assert.Equal(30.0, best!.Seconds);
    }

    public void Dispose()
    {
        folder.Dispose();
        messages.Dispose();
    }

    private void WriteLog(string name, double[] progress, double length, double aside = 0, double stepSeconds = 10)
    {
        var lines = progress.Select((percent, step) => string.Create(CultureInfo.InvariantCulture,
            $"0,{step + 1}.0,{percent},{aside},0.0,0.0,1.0,0,1.0,{step == progress.Length - 1}," +
            $"True,{percent},1,{length},{step * stepSeconds:0.0},"));
        folder.Write($"{name}/log.csv", Some.Log(lines.Select(line => $"{line}in_progress,0.0")));
    }

    private ReferenceLap? Compare(string? other)
    {
        using var output = new TestConsole();
        return ReferenceRun.Find(Run, other is null ? null : [other], new Terminal(output, messages, TimeProvider.System));
    }
}
