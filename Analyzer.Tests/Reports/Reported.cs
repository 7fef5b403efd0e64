using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Rewards;
using Analyzer.Tests.Laps;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>Reports of runs, in this process.</summary>
internal static class Reported
{
    /// <summary>What a report of the bundled sample stands on, without its video.</summary>
    public static ReportInput Sample(params string[] rewards) => Of(SampleRun.Bundled, rewards);

    /// <summary>What a report of a run in a folder stands on.</summary>
    public static ReportInput Of(string folder, params string[] rewards)
    {
        var files = RunFiles.In(folder);
        var trace = SimTraceReader.Read(files.Log);
        var metrics = files.Metrics is { } path ? EvaluationMetrics.Read(path) : null;
        var times = new LapTimes(OfficialTimes.Of(trace, metrics, timeline: null));
        var space = Directory.GetFiles(folder, "model_metadata.json", SearchOption.AllDirectories) is [var metadata, ..]
    ? ActionSpace.FromMetadata(metadata)
    : ActionSpace.FromTrace(trace);
        return With(times, rewards, space) with
        {
            LapStart = metrics is null ? "estimated" : "metrics",
        };
    }

    /// <summary>What a report of a made-up log stands on.</summary>
    public static ReportInput Of(SimTrace trace, params string[] rewards) =>
        With(new LapTimes(trace), rewards, ActionSpace.FromTrace(trace));

    /// <summary>The log without one of its laps.</summary>
    public static SimTrace Without(SimTrace trace, int lap)
    {
        var rows = trace.Rows.Where(row => trace.LapOf(row.Index).Number != lap).ToArray();
        return new SimTrace(
            trace.Path, trace.Columns, [.. rows.Select((row, index) => row with { Index = index })],
            FieldTexts.Of(rows.Select(row => trace.Columns.Select((_, column) => trace.Cell(row.Index, column)).ToArray())));
    }

    private static ReportInput With(LapTimes times, string[] rewards, ActionSpace space)
    {
        var set = rewards.Aggregate(RewardSet.Empty, (known, option) => known.With(RewardComponent.ParseOption(option)));
        RewardTable Evaluate(SimTrace trace, IReadOnlyList<double?>? speeds) => RewardTable.Evaluate(set, new RewardRows(trace, speeds));
        return new ReportInput(times, space, Evaluate(times.Trace, null)) { Evaluate = Evaluate, HasOwnRewards = rewards.Length > 0 };
    }
}
