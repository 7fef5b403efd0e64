using System.Collections.Immutable;
using System.Text.Json;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>What the simulator's metrics say of a lap. Times are simulated time, as the log's <c>tstamp</c>.</summary>
/// <param name="StartMilliseconds">When the lap began: one step before the log's first row of it.</param>
/// <param name="EndMilliseconds">When it ended (<c>metric_time</c>).</param>
/// <param name="ElapsedMilliseconds">The lap time that the race clock counts.</param>
/// <param name="CompletionPercent">Share of the lap driven, whole percents; NaN where the file does not say.</param>
internal sealed record LapMetrics(
    long StartMilliseconds, long EndMilliseconds, long ElapsedMilliseconds, double CompletionPercent);

/// <summary>A metrics JSON file: one entry a lap.</summary>
/// <param name="Path">The file.</param>
/// <param name="Laps">The laps in the file's order.</param>
internal sealed record EvaluationMetrics(string Path, ImmutableArray<LapMetrics> Laps)
{
    // By how much a lap's first row may lie after its start, and its last row beside its end: in 900 laps of real runs 15 to 98 ms, and 43.
    // Two evaluations of one model differ by little more, lap after lap.
    private const long MinFirstRowMilliseconds = -20;
    private const long MaxFirstRowMilliseconds = 150;

    // In those runs a lap's last row is no further from its end, but for few; two evaluations' only laps seldom end so alike.
    private const long EndToleranceOfLoneLapMilliseconds = 10;

    // A simulator that stands still at the start loses a lap's first steps: where the end fits, and all else, its first row may come later.
    private const long MaxFirstRowOfLapDoneMilliseconds = 2000;
    private const long EndToleranceMilliseconds = 60;

    // The metrics have whole percents, rounded down.
    private const double ProgressTolerancePercent = 1.01;

    // Times further off are no lap's; differences of those that are left don't overflow.
    private const double FarthestMilliseconds = 1e15;

    private const string Remedy = "download the evaluation's metrics again, or remove the file to go by the log alone";

    /// <summary>Reads a metrics file.</summary>
    /// <exception cref="RunException">The file can't be read or holds no metrics.</exception>
    public static EvaluationMetrics Read(string path) => InputFile.ReadJson(path, Remedy, root =>
    {
        var laps = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("metrics", out var property) ? property : default;
        if (laps.ValueKind != JsonValueKind.Array)
            throw new RunException($"{path}: there is no list \"metrics\", expected one entry a lap; {Remedy}.");
        return new EvaluationMetrics(path, [.. laps.EnumerateArray().Select((lap, place) => ReadLap(lap, place, path))]);
    });

    /// <summary>The entry of a log's lap, found by when the lap began and ended and how far it went; null where none fits.</summary>
    public LapMetrics? Of(SimTrace trace, Lap lap) => Laps
        .Where(entry => Misfit(entry, trace, lap) is not null)
        .MinBy(entry => Misfit(entry, trace, lap));

    /// <summary>Whether these are the metrics of a log, and how well they fit: 0 is best; null where a lap has no entry.</summary>
    public long? MisfitMilliseconds(SimTrace trace)
    {
        var sum = 0L;
        foreach (var lap in trace.Laps)
        {
            if (Of(trace, lap) is not { } entry || Misfit(entry, trace, lap) is not { } misfit) return null;
            sum += misfit;
        }

        return sum;
    }

    /// <summary>Start (as <c>tstamp</c>) and elapsed time of every lap of a log, in milliseconds; null where a lap has no entry.</summary>
    public IReadOnlyList<(long StartMilliseconds, long ElapsedMilliseconds)>? LapTimes(SimTrace trace)
    {
        var entries = trace.Laps.Select(lap => Of(trace, lap)).OfType<LapMetrics>().ToArray();
        return entries.Length == trace.Laps.Length ? [.. entries.Select(lap => (lap.StartMilliseconds, lap.ElapsedMilliseconds))] : null;
    }

    private static long? Misfit(LapMetrics entry, SimTrace trace, Lap lap)
    {
        var (first, last) = (trace.Rows[lap.FirstRow], trace.Rows[lap.LastRow]);
        var start = first.TimestampMilliseconds - entry.StartMilliseconds;
        // Of a log whose beginning is missing the first lap is told by its end.
        var isCutOff = lap.FirstRow == 0 && !trace.HasStart(lap);
        var endTolerance = isCutOff && trace.Laps.Length == 1 ? EndToleranceOfLoneLapMilliseconds : EndToleranceMilliseconds;
        var latest = !last.Done ? MaxFirstRowMilliseconds : isCutOff ? long.MaxValue : MaxFirstRowOfLapDoneMilliseconds;
        if (start < MinFirstRowMilliseconds || start > latest) return null;
        if (!last.Done) return start;
        var end = Math.Abs(last.TimestampMilliseconds - entry.EndMilliseconds);
        var elapsed = Math.Abs(entry.EndMilliseconds - entry.StartMilliseconds - entry.ElapsedMilliseconds);
        var isAsFar = !(Math.Abs(last.ProgressPercent - entry.CompletionPercent) > ProgressTolerancePercent);
        if (isCutOff) start = 0;
        return end <= endTolerance && elapsed <= EndToleranceMilliseconds && isAsFar ? Math.Abs(start) + end : null;
    }

    private static LapMetrics ReadLap(JsonElement lap, int place, string path)
    {
        long? MillisecondsOrNull(string name) => JsonNumber.Find(lap, name) is { } number
            ? (long)Math.Clamp(number, -FarthestMilliseconds, FarthestMilliseconds)
            : null;
        long Milliseconds(string name) => MillisecondsOrNull(name)
            ?? throw new RunException($"{path}: entry {place + 1} of \"metrics\" has no number \"{name}\"; {Remedy}.");

        var (start, end) = (Milliseconds("start_time"), Milliseconds("metric_time"));
        return new LapMetrics(
            start,
            end,
            MillisecondsOrNull("elapsed_time_in_milliseconds") ?? end - start,
            JsonNumber.Find(lap, "completion_percentage") ?? double.NaN);
    }
}
