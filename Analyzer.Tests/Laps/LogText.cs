using System.Globalization;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Laps;

/// <summary>The times of a log and its laps' deltas computed from the log's text, in whole milliseconds and row after row.</summary>
public sealed class LogText
{
    private readonly List<List<(long Time, double Progress)>> laps = [];

    public LogText(string path)
    {
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
    }

    public static LogText InFolder(string folder) =>
        new(Directory.GetFiles(SharedFiles.Path(folder), "0-iteration.csv", SearchOption.AllDirectories).Single());

    public IEnumerable<double> LapSeconds => laps.SelectMany(lap => lap.Select(row => (row.Time - lap[0].Time) / 1000.0));

    /// <summary>The best lap as the way it drove forward: from each row to the next.</summary>
    public List<(double Seconds, double Progress)> Best => laps
        .Where(lap => lap.Max(row => row.Progress) >= 100)
        .OrderBy(lap => lap[^1].Time - lap[0].Time)
        .Select(lap => lap.Select((row, place) => ((row.Time - lap[0].Time) / 1000.0, lap[..(place + 1)].Max(earlier => earlier.Progress)))
            .ToList())
        .First();

    /// <summary>Each row's delta; null where there is none.</summary>
    public IEnumerable<double?> DeltasTo(List<(double Seconds, double Progress)> best)
    {
        foreach (var lap in laps)
        {
            var most = double.MinValue;
            foreach (var (time, progress) in lap)
            {
                most = Math.Max(most, progress);
                yield return ((time - lap[0].Time) / 1000.0) - Reached(best, most);
            }
        }
    }

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
