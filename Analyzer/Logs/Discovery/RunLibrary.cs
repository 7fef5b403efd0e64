using System.Collections.Immutable;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs.Discovery;

/// <summary>All runs in what the user gave, and what belongs to each.</summary>
internal sealed class RunLibrary
{
    private readonly MetricsFiles metrics;
    private readonly MetadataFiles metadata;
    private readonly List<string> remarks = [];

    /// <summary>Looks through the files.</summary>
    /// <param name="paths">Folders, archives, files.</param>
    /// <exception cref="RunException">One is not there.</exception>
    public RunLibrary(IReadOnlyList<string> paths)
    {
        Tree = new SourceTree(paths);
        metrics = new MetricsFiles(Tree);
        var runs = new RunGrouping(Tree, metrics).Runs().ToList();
        AddSimulatorLogs(runs);
        foreach (var (run, own) in runs.Zip(PathNames.WithoutShared([.. runs.Select(run => run.Name)]))) run.OwnName = own;
        FoundRun.TellApart(runs);
        Runs =
        [
            .. runs.OrderBy(run => run.Kind == RunKind.Training)
                .ThenBy(run => PathNames.TimeStamp(run.OwnName), StringComparer.Ordinal)
                .ThenBy(run => PathNames.NaturalKey(run.Name), StringComparer.Ordinal),
        ];
        for (var i = 0; i < Runs.Length; i++) Runs[i].Number = i + 1;
        Videos = new VideoMatcher(Tree, Runs);
        metadata = new MetadataFiles(Tree, Runs);
    }

    /// <summary>The files.</summary>
    public SourceTree Tree { get; }

    /// <summary>The runs, evaluations and league submissions first, oldest first.</summary>
    public ImmutableArray<FoundRun> Runs { get; }

    /// <summary>Which video is whose.</summary>
    public VideoMatcher Videos { get; }

    /// <summary>Metrics that are read, whosever they are.</summary>
    public ImmutableArray<EvaluationMetrics> Metrics => metrics.All;

    /// <summary>Sentences on files that were passed over or put together.</summary>
    public IEnumerable<string> Remarks => [.. Tree.Remarks, .. remarks, .. metrics.Remarks];

    /// <summary>The metrics of a run's laps; null where there are none.</summary>
    public EvaluationMetrics? MetricsOf(FoundRun run) => metrics.Of(run);

    /// <summary>What belongs to a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="video">Its video, or null.</param>
    public EvaluationFiles FilesOf(FoundRun run, string? video) => new(
        run.Number,
        run.Title,
        run.Logs[0],
        video,
        MetricsOf(run)?.Path,
        metadata.Of(run))
    {
        Kind = run.Kind,
        LogPaths = run.Logs,
        Job = run.Job,
        When = run.When,
        WorldName = run.Head?.WorldName,
    };

    /// <summary>The run of a log that the user names.</summary>
    public FoundRun RunOf(string log)
    {
        var whole = Path.GetFullPath(log);
        if (Runs.FirstOrDefault(run => run.Logs.Any(path => Path.GetFullPath(path) == whole)) is { } known)
            return known.Logs.Length == 1 ? known : new FoundRun([log], Tree.NameOf(log), known.Kind) { SimulatorLog = known.SimulatorLog };
        return new FoundRun([log], Tree.NameOf(log), RunKinds.OfName(log) ?? RunKind.Evaluation);
    }

    /// <summary>What the user gave, for messages.</summary>
    public string Given => Tree.Paths is [var first, ..] ? first : ".";

    /// <summary>The error where there is no run at all: what is wrong with a table that is nearly a log, if there is one.</summary>
    public RunException NoLog()
    {
        var odd = Tree.OtherTables.Find(path => TableHead.Of(InputFile.ReadStart(path, SourceKinds.HeaderBytes)).IsNearlyLog)
            ?? Tree.OtherTables.Find(RunGrouping.IsNamedAsLog);
        if (odd is not null && RunOf(odd) is { Trace: null, Fault: { } fault }) return fault;
        const string Expected = "a .csv file with the columns episode, steps and tstamp, or a log with SIM_TRACE_LOG lines";
        string[] others = [.. Tree.OtherTables.Concat(Tree.OtherFiles).Select(Tree.NameOf)];
        var seen = others.Length == 0 ? "no .csv file at all" : $"only {PathNames.List(others)}";
        var passedOver = string.Concat(Remarks.Take(1).Select(remark => $" ({remark.TrimEnd('.')})"));
        return new RunException($"{Given}: there is no sim-trace log ({Expected}), {seen}{passedOver}; " +
            "add the evaluation's logs (folder or archive), or name one with --log FILE.");
    }

    /// <summary>A simulator's log is the head of the run whose steps it repeats; where there is no table of these, it is the run.</summary>
    private void AddSimulatorLogs(List<FoundRun> runs)
    {
        var tables = runs.ToList();
        var texts = new List<FoundRun>();
        foreach (var text in Tree.TraceTexts)
        {
            var name = Tree.NameOf(text);
            var head = TraceHead.Of(TraceText.HeadOf(InputFile.ReadStart(text, SourceKinds.LongestHead)));
            var kind = head.Kind is RunKind.League ? RunKind.League : RunKinds.OfName(name) ?? head.Kind ?? RunKind.Evaluation;
            var alone = new FoundRun([text], name, kind) { SimulatorLog = text };
            var table = tables.Find(run => IsSameJob(run, alone)) ?? tables.Find(run => BeginAlike(run.Trace, alone.Trace));
            if (table is null) texts.Add(alone);
            else table.SimulatorLog ??= text;
        }

        runs.AddRange(TextLogs.RunsOf(texts, remarks));
    }

    private static bool IsSameJob(FoundRun run, FoundRun other) =>
        PathNames.AreOfOneJob(run.Name, other.Name) && (run.Kind == RunKind.Training) == (other.Kind == RunKind.Training);

    private static bool BeginAlike(SimTrace? table, SimTrace? text)
    {
        // The text has four decimals.
        const double Rounding = 1e-3;
        if (table is null || text is null) return false;
        var (one, other) = (table.Rows[0], text.Rows[0]);
        return Math.Abs(one.TimestampMilliseconds - other.TimestampMilliseconds) <= 1
            && Math.Abs(one.X - other.X) < Rounding && Math.Abs(one.Y - other.Y) < Rounding
            && Math.Abs(table.Rows[^1].X - text.Rows[^1].X) < Rounding;
    }
}
