using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Analyzer.Logs.Sources;

namespace Analyzer.Logs.Discovery;

/// <summary>
/// Tells which log files are one run: the iterations of a training, and files of a lap each (<c>{n}-episode.csv</c>), which repeat the
/// rows of an iteration file where there is one.
/// </summary>
/// <param name="tree">The files.</param>
/// <param name="metrics">The metrics among them, which may say that they are a training's.</param>
internal sealed partial class RunGrouping(SourceTree tree, MetricsFiles metrics)
{
    // Logs whose names do not tell their kind, so that they were read to find out.
    private readonly List<FoundRun> probed = [];

    /// <summary>All runs of the CSV logs.</summary>
    public IEnumerable<FoundRun> Runs()
    {
        var trainings = new Dictionary<string, List<Part>>();
        // No name holds the letter that parts the two.
        var groups = tree.Logs.Select(PartOf).GroupBy(part => $"{part.Folder}\0{part.Prefix}").Select(Rows).ToList();
        LookInto(groups);
        foreach (var parts in groups)
        {
            if (parts is [{ IsEpisode: true }, ..])
                yield return Run(parts, RunKinds.OfName(NameOf(parts[0])) ?? RunKind.Evaluation);
            else if (KindOf(parts) == RunKind.Training)
                ListOf(trainings, TrainingRoot(parts[0].Folder)).AddRange(parts);
            else foreach (var part in parts) yield return Run([part], RunKinds.OfName(NameOf(part)) ?? RunKind.Evaluation);
        }

        foreach (var parts in trainings.Values)
        {
            if (parts.All(part => part.Number is null)) foreach (var part in parts) yield return Run([part], RunKind.Training);
            else yield return Run([.. parts.OrderBy(part => part.Number).ThenBy(NameOf, StringComparer.Ordinal)], RunKind.Training);
        }
    }

    /// <summary>Whether a file's name is the one that the simulator gives to a table: <c>0-iteration.csv</c>.</summary>
    public static bool IsNamedAsLog(string path) => NumberedPattern().IsMatch(path, path.LastIndexOfAny(['/', '!']) + 1);

    /// <summary>Of files in one folder those that hold each row once.</summary>
    private static List<Part> Rows(IEnumerable<Part> together)
    {
        var parts = together.OrderBy(part => part.Number).ToList();
        return parts.Exists(part => part is { IsEpisode: false, Number: not null }) ? parts.FindAll(part => !part.IsEpisode) : parts;
    }

    /// <summary>Reads those whose names don't tell their kind, several at once.</summary>
    private void LookInto(IEnumerable<List<Part>> groups)
    {
        probed.AddRange(groups.Where(parts => !parts[0].IsEpisode && RunKinds.OfName(NameOf(parts[0])) is null)
            .Select(parts => Run(parts, RunKind.Training)));
        Parallel.ForEach(probed, run => _ = run.Trace);
    }

    private RunKind? KindOf(List<Part> parts)
    {
        if (RunKinds.OfName(NameOf(parts[0])) is { } named) return named;
        if (Run(parts, RunKind.Training).Trace is not { } trace) return null;
        var goesOn = trace.Parts.Any(part => part.FirstRow > 0 && trace.Rows[part.FirstRow].Episode > 0)
            || (trace.Rows[0].Episode > 0 && (parts[0].Number > 0 || StartsVary(trace)));
        return goesOn || EndsWhereItFails(trace) || metrics.SayTraining(trace) ? RunKind.Training : null;
    }

    /// <summary>
    /// A training's episode is over when the car leaves the track; an evaluation puts the car back, and goes on, but for one that was
    /// asked not to: that is of some laps from one place, with the simulator's own rewards.
    /// </summary>
    private static bool EndsWhereItFails(SimTrace trace)
    {
        // A training has 10 to 20 episodes an iteration, and may have 5.
        const int FewLaps = 5;
        return trace.Columns.Contains("pause_duration") && (trace.Laps.Length > FewLaps || StartsVary(trace) || HasUsersRewards(trace))
            && trace.Laps.Count(lap => trace.Rows[lap.LastRow] is { Done: true } last && last.Status.IsReset()) > trace.Laps.Length / 2;
    }

    /// <summary>An evaluation's rewards are those of the simulator's default function, by the distance from the centre line.</summary>
    private static bool HasUsersRewards(SimTrace trace)
    {
        const double Rounding = 1e-6;
        double[] defaults = [0, 0.001, 0.1, 0.5, 1];
        return trace.Rows.Any(row =>
            double.IsFinite(row.Reward) && !Array.Exists(defaults, value => Math.Abs(row.Reward - value) < Rounding));
    }

    /// <summary>A training's episodes begin all around the track, an evaluation's laps at one place.</summary>
    private static bool StartsVary(SimTrace trace)
    {
        const double OnePlaceMetres = 1;
        // Of the first lap the beginning may be missing.
        var starts = trace.Laps.Select(lap => trace.Rows[lap.FirstRow]).SkipWhile(row => row is { Index: 0, Steps: > 1 }).ToList();
        return starts.Any(row => Math.Abs(row.X - starts[0].X) > OnePlaceMetres || Math.Abs(row.Y - starts[0].Y) > OnePlaceMetres);
    }

    private FoundRun Run(List<Part> parts, RunKind kind)
    {
        var logs = parts.Select(part => part.Path).ToImmutableArray();
        var run = probed.Find(known => known.Logs.SequenceEqual(logs));
        return run is null ? new FoundRun(logs, NameOf(parts[0]), kind) : new FoundRun(run, kind);
    }

    private string NameOf(Part part) => tree.NameOf(part.Path);

    private Part PartOf(string path)
    {
        var name = tree.NameOf(path);
        var end = name.LastIndexOfAny(['/', '!']) + 1;
        var numbered = NumberedPattern().Match(name, end);
        return numbered.Success
            ? new Part(
                path, name[..end], numbered.Groups["before"].Value,
                int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture),
                numbered.Groups["what"].Value.Equals("episode", StringComparison.OrdinalIgnoreCase))
            : new Part(path, name[..end], name[end..], null, false);
    }

    /// <summary>The folder of a training, whose workers have folders of their own in it: <c>{worker}/training-simtrace</c>.</summary>
    private static string TrainingRoot(string folder) => WorkerPattern().Replace(folder, "");

    private static List<Part> ListOf(Dictionary<string, List<Part>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    [GeneratedRegex(@"\G(?<before>.*?)(?<number>\d{1,6})-(?<what>iteration|episode)\.csv$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberedPattern();

    [GeneratedRegex(@"(?:(?<=^|/|!)\d+/)?training-simtrace/$", RegexOptions.IgnoreCase)]
    private static partial Regex WorkerPattern();

    /// <summary>A log's file: what stands before its number in its name, its number, and what is numbered.</summary>
    private sealed record Part(string Path, string Folder, string Prefix, int? Number, bool IsEpisode);
}
