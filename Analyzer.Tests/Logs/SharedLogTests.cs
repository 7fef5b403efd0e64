using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Logs.Sources;
using Analyzer.Tests.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

/// <summary>Real, published logs of every simulator version and layout.</summary>
public sealed class SharedLogTests : IDisposable
{
    private const string JulyPro = "runs/july_pro/evaluation_job_logs/sim-trace/evaluation/0-iteration.csv";

    private readonly TempFolder folder = new();

    [SharedTheory]
    [InlineData(JulyPro, 2055, 3, 21)]
    [InlineData("logs/july_pro-with-notebook-speed.csv", 2055, 3, 21)]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200242/evaluation-simtrace/0-iteration.csv", 650, 3, 12)]
    [InlineData("logs/drfc-multi-worker/0/training-simtrace/0-iteration.csv", 308, 10, 14)]
    [InlineData("logs/droa-continuous/training-simtrace/0-iteration.csv", 397, 20, 0)]
    public void Rows_laps_and_actions_are_all_there(string name, int rows, int laps, int actions)
    {
        var trace = SimTraceReader.Read(SharedFiles.Path(name));
        var space = ActionSpace.FromTrace(trace);

        Assert.Equal((rows, laps, actions), (trace.Rows.Length, trace.Laps.Length, space.Choices.Length));
        Assert.Equal(actions == 0, space.IsContinuous);
        Assert.DoesNotContain(trace.Rows, row => row.Status == EpisodeStatus.Unknown);
        Assert.Empty(trace.Remarks);
    }

    [SharedTheory]
    [InlineData("league/logs", RunKind.League, 1, 725, 3)]
    [InlineData("league/leaderboard_evaluation_logs.tar.gz", RunKind.League, 1, 608, 3)]
    [InlineData("old/evaluation-2019.log", RunKind.Evaluation, 1, 480, 3)]
    [InlineData("old/home-made-2019.csv", RunKind.Evaluation, 1, 737, 3)]
    [InlineData("old/bracketed", RunKind.Training, 1, 799, 17)]
    [InlineData("training/flat", RunKind.Training, 3, 4468, 60)]
    [InlineData("training/drfc", RunKind.Training, 27, 39392, 540)]
    public void Leagues_old_logs_and_trainings_are_one_run_each(string name, object kind, int logs, int rows, int laps)
    {
        var run = Assert.Single(new RunLibrary([SharedFiles.Path($"cases/{name}")]).Runs);

        var traces = run.Logs.Select(SimTraceReader.Read).ToArray();
        Assert.Equal(
            ((RunKind)kind, logs, rows, laps),
            (run.Kind, traces.Length, traces.Sum(trace => trace.Rows.Length), traces.Sum(trace => trace.Laps.Length)));
    }

    [SharedFact]
    public void The_row_in_a_published_screenshot_is_as_it_shows()
    {
        var row = SimTraceReader.Read(SharedFiles.Path(JulyPro)).Rows[701];

        Assert.Equal((702, 1.46), (row.Steps, Math.Round(row.DisplacementSpeedMetresPerSecond, 2)));
    }

    [SharedTheory]
    [InlineData("runs/july_pro", 1, "evaluation-0-video.mp4", "evaluation_job_logs/metrics/evaluation/evaluation.json", null)]
    [InlineData(
        "runs/reinvent",
        1,
        "evaluation-0-video.mp4",
        "metrics/evaluation/evaluation-20220612082523-IBZwYd0MRMqgwKlAe7bb0A.json",
        "model/model_metadata.json")]
    [InlineData("logs/console", 1, null, "metrics/evaluation/evaluation-20220612083508-PMfF__s5QJSQT_-E0rEYwg.json", null)]
    [InlineData("logs/drfc-single-worker", 1, null, null, "model/model_metadata.json")]
    [InlineData("logs/drfc-single-worker", 2, null, "metrics/EvaluationMetrics-20220709200509.json", "model/model_metadata.json")]
    [InlineData("logs/drfc-multi-worker", 3, null, null, "model/model_metadata.json")]
    [InlineData("logs/droa-continuous", 1, null, null, null)]
    public void What_belongs_together_is_found(string model, int number, string? video, string? metrics, string? actionSpace)
    {
        var root = SharedFiles.Path(model);

        var files = new RunChooser(new RunLibrary([root]), new NoProbe(), ask: null)
            .Choose(new RunRequest([root], null, null, number, IsVideoNeeded: false)).Files;

        string? Relative(string? path) => path is null ? null : Path.GetRelativePath(root, path).Replace('\\', '/');
        Assert.Equal(
            (video, metrics, actionSpace),
            (Relative(files.VideoPath), Relative(files.MetricsPath), Relative(files.ActionSpacePath)));
    }

    [SharedFact]
    public void The_metrics_elapsed_times_are_found_for_every_lap_of_a_continuous_race()
    {
        var trace = SimTraceReader.Read(
            SharedFiles.Path("logs/drfc-single-worker/evaluation-20220709200509/evaluation-simtrace/0-iteration.csv"));
        var metrics = EvaluationMetrics.Read(SharedFiles.Path("logs/drfc-single-worker/metrics/EvaluationMetrics-20220709200509.json"));

        Assert.Equal([14325, 13990, 13944], trace.Laps.Select(lap => metrics.Of(trace, lap)!.ElapsedMilliseconds));
    }

    [SharedTheory]
    [InlineData(JulyPro)]
    [InlineData("logs/drfc-single-worker/evaluation-20220709200242/evaluation-simtrace/0-iteration.csv")]
    [InlineData("logs/droa-continuous/training-simtrace/0-iteration.csv")]
    public void The_speed_column_changes_no_other_byte(string name) =>
        SpeedColumnChecks.AssertNoOtherByteChanges(folder.Write("log.csv", File.ReadAllBytes(SharedFiles.Path(name))));

    [SharedFact]
    public void The_speed_column_stands_where_the_original_puts_it()
    {
        var trace = SimTraceReader.Read(SharedFiles.Path("logs/july_pro-with-notebook-speed.csv"));
        var path = folder.Write("log.csv", File.ReadAllBytes(SharedFiles.Path(JulyPro)));
        var column = trace.Columns.IndexOf("speed");

        SpeedColumn.Write(path, [.. trace.Rows.Select(row => trace.Cell(row.Index, column))], replaceExisting: false);

        Assert.Equal(File.ReadAllBytes(SharedFiles.Path("logs/july_pro-with-notebook-speed.csv")), File.ReadAllBytes(path));
    }

    [SharedTheory]
    [InlineData("cdt-slowpoke_session3", 6, 60.0, 0.01)]
    [InlineData("eric-v1", 14, 30.0, 7.0)]
    [InlineData("index-repeated", 3, 25.0, 8.0)]
    [InlineData("sharayu", 16, 24.0, 4.0)]
    [InlineData("simapp", 5, 30.0, 0.6)]
    [InlineData("drfc-model_metadata_cont", 0, 30.0, 2.0)]
    [InlineData("drfc-model_metadata_sac", 0, 30.0, 2.0)]
    public void Real_action_spaces_are_read_and_are_not_those_of_another_training(string name, int actions, double steering, double speed)
    {
        var space = ActionSpace.FromMetadata(SharedFiles.Path($"cases/metadata/{name}.json"));
        var log = SimTraceReader.Read(SharedFiles.Path("cases/evaluations/e1/0-iteration.csv"));

        Assert.Equal(Enumerable.Range(0, actions), space.Choices.Select(choice => choice.Index!.Value));
        Assert.Equal((steering, speed), (space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
        Assert.NotNull(ActionSpaceFit.DifferenceOf(space, log));
    }

    public void Dispose() => folder.Dispose();
}
