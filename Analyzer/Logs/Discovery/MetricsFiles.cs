using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs.Discovery;

/// <summary>The metrics among the files, and whose they are: by what they say of the log's laps, and the job's name.</summary>
internal sealed class MetricsFiles
{
    private const string Key = "metrics";

    private static readonly string[] LapKeys = ["start_time", "metric_time", "completion_percentage", "elapsed_time_in_milliseconds"];

    private readonly SourceTree tree;
    private readonly Lazy<ImmutableArray<EvaluationMetrics>> all;
    private readonly Dictionary<FoundRun, EvaluationMetrics?> found = [];
    private readonly List<string> remarks = [];

    /// <summary>Takes the files, which are read when they are asked for.</summary>
    public MetricsFiles(SourceTree tree)
    {
        this.tree = tree;
        all = new Lazy<ImmutableArray<EvaluationMetrics>>(() => [.. tree.MetricsCandidates.Select(Read).OfType<EvaluationMetrics>()]);
    }

    /// <summary>All that can be read.</summary>
    public ImmutableArray<EvaluationMetrics> All => all.Value;

    /// <summary>Sentences on files that are meant to be metrics and can't be read.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            _ = All;
            return remarks;
        }
    }

    /// <summary>The metrics of a run's laps; null where there are none.</summary>
    public EvaluationMetrics? Of(FoundRun run) => found.TryGetValue(run, out var known) ? known : found[run] = Find(run);

    private EvaluationMetrics? Find(FoundRun run)
    {
        if (All.IsEmpty || run.Trace is not { } trace) return null;
        // Mostly there is no other, and what puts several in order would be compiled while the program starts.
        if (All is [var only]) return only.MisfitMilliseconds(trace) is null ? null : only;
        return All.Select(metrics => (Metrics: metrics, Misfit: metrics.MisfitMilliseconds(trace)))
            .Where(candidate => candidate.Misfit is not null)
            .OrderByDescending(candidate => run.Job is { } job && PathNames.Job(tree.NameOf(candidate.Metrics.Path)) == job)
            .ThenBy(candidate => candidate.Misfit)
            .Select(candidate => candidate.Metrics)
            .FirstOrDefault();
    }

    /// <summary>Whether metrics of just these laps say that they were driven in a training.</summary>
    public bool SayTraining(SimTrace trace) =>
        All.Any(metrics => metrics.MisfitMilliseconds(trace) is not null && SaysTraining(metrics.Path));

    private static bool SaysTraining(string path) => InputFile.ReadJson(path, "", root =>
        root.GetProperty(Key).EnumerateArray().Any(entry => entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("phase", out var phase) && phase.ValueKind == JsonValueKind.String && phase.ValueEquals("training")));

    private EvaluationMetrics? Read(string path)
    {
        try
        {
            return EvaluationMetrics.Read(path);
        }
        catch (RunException error)
        {
            // Other JSON files are passed over in silence; a broken one may be the metrics that the user misses.
            if (error.InnerException is JsonException or InvalidOperationException or IOException || AreMeant(path))
                remarks.Add($"{error.Message} It is passed over.");
            return null;
        }
    }

    /// <summary>Whether a file that holds no metrics should: by its name or folder, or by the keys of a lap in it.</summary>
    private bool AreMeant(string path) =>
        tree.NameOf(path).Contains(Key, StringComparison.OrdinalIgnoreCase) || InputFile.ReadJson(path, "", root =>
            root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Key, out var laps)
            && LapKeys.Any(key => JsonMarshal.GetRawUtf8Value(laps).IndexOf(Encoding.UTF8.GetBytes($"\"{key}\"")) >= 0));
}
