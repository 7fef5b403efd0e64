using System.Globalization;
using System.Text.RegularExpressions;

namespace Analyzer.Tests.Laps;

/// <summary>
/// The times of a log and its laps' deltas computed from the log's text, in whole milliseconds and row after row: since the starts in the
/// metrics' text, or without metrics since one median step before each lap's first row.
/// </summary>
public sealed class LogText
{
    private readonly List<List<(long Time, double Progress)>> laps = [];
    private readonly long[] starts;
    private readonly long[] elapsed;

    public LogText(RunFiles run)
    {
        var (path, metrics) = run;
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',');
        var (episode, time, progress) = (
            Array.IndexOf(header, "episode"), Array.IndexOf(header, "tstamp"), Array.IndexOf(header, "progress"));
        var last = "";
        foreach (var cells in lines[1..].Select(line => line.Split(',')))
        {
            if (cells[episode] != last) laps.Add([]);
            last = cells[episode];
            laps[^1].Add((
                (long)Math.Round(decimal.Parse(cells[time], CultureInfo.InvariantCulture) * 1000),
                double.Parse(cells[progress], CultureInfo.InvariantCulture)));
        }

        var steps = laps.SelectMany(lap => lap.Zip(lap.Skip(1), (row, next) => next.Time - row.Time)).Order().ToArray();
        starts = metrics is null ? [.. laps.Select(lap => lap[0].Time - steps[steps.Length / 2])] : Numbers(metrics, "start_time");
        elapsed = metrics is null
            ? [.. laps.Zip(starts, (lap, start) => lap[^1].Time - start)]
            : Numbers(metrics, "elapsed_time_in_milliseconds");
    }

    public IEnumerable<double> LapSeconds =>
        laps.SelectMany((lap, place) => Enumerable.Range(0, lap.Count).Select(row => Since(place, row)));

    /// <summary>The best lap as the way it drove forward: from each row to the next.</summary>
    public List<(double Seconds, double Progress)> Best => Enumerable.Range(0, laps.Count)
        .Where(lap => laps[lap].Max(row => row.Progress) >= 100)
        .OrderBy(lap => elapsed[lap])
        .Select(lap => laps[lap].Select((_, row) => (Since(lap, row), laps[lap][..(row + 1)].Max(earlier => earlier.Progress))).ToList())
        .First();

    /// <summary>Each row's delta; null where there is none.</summary>
    public IEnumerable<double?> DeltasTo(List<(double Seconds, double Progress)> best)
    {
        for (var lap = 0; lap < laps.Count; lap++)
        {
            var most = double.MinValue;
            for (var row = 0; row < laps[lap].Count; row++)
            {
                most = Math.Max(most, laps[lap][row].Progress);
                yield return Since(lap, row) - Reached(best, most);
            }
        }
    }

    private static long[] Numbers(string metrics, string name) =>
    [
        .. Regex.Matches(File.ReadAllText(metrics), $"\"{name}\": *(?<number>[0-9]+)")
            .Select(match => long.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)),
    ];

    // A lap ends with its official time.
    private double Since(int lap, int row) =>
        (row == laps[lap].Count - 1 ? elapsed[lap] : laps[lap][row].Time - starts[lap]) / 1000.0;

    private static double? Reached(List<(double Seconds, double Progress)> way, double progress)
    {
        if (way[0].Progress >= progress) return way[0].Seconds;
        foreach (var (from, to) in way.Zip(way.Skip(1)))
        {
            if (from.Progress < progress && progress <= to.Progress)
                return from.Seconds + ((to.Seconds - from.Seconds) * (progress - from.Progress) / (to.Progress - from.Progress));
        }

        return null;
    }
}
