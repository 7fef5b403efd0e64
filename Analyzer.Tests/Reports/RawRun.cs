using System.Globalization;
using System.Text.Json;
using Analyzer.Tests.Laps;

namespace Analyzer.Tests.Reports;

/// <summary>A run's figures from the text of its log and metrics, row after row, without the program's own reading or sorting.</summary>
public sealed class RawRun
{
    private readonly string[] header;

    public RawRun(string folder)
    {
        var files = RunFiles.In(folder);
        var lines = File.ReadAllLines(files.Log);
        header = lines[0].Split(',');
        Rows = [.. lines[1..].Select(line => line.Split(','))];
        Laps = [.. Rows.Select((_, row) => row).GroupBy(row => Text(row, "episode")).Select(lap => lap.ToArray())];
        using var metrics = JsonDocument.Parse(File.ReadAllText(files.Metrics!));
        Official =
        [
            .. metrics.RootElement.GetProperty("metrics").EnumerateArray().Select(lap =>
                (lap.GetProperty("start_time").GetInt64(), lap.GetProperty("elapsed_time_in_milliseconds").GetInt64(),
                    lap.GetProperty("off_track_count").GetInt32())),
        ];
    }

    public string[][] Rows { get; }

    /// <summary>The rows of each lap.</summary>
    public int[][] Laps { get; }

    /// <summary>Of each lap: start and time in milliseconds, off-tracks.</summary>
    public (long Start, long Elapsed, int OffTrack)[] Official { get; }

    public string Text(int row, string column) => Rows[row][Array.IndexOf(header, column)];

    public double Number(int row, string column) => double.Parse(Text(row, column), CultureInfo.InvariantCulture);

    public string Status(int row) => Text(row, "episode_status");

    public bool IsChosen(int row) => Status(row) is not ("pause" or "prepare");

    public double Metres(int row) => Math.Sqrt(
        Math.Pow(Number(row, "X") - Number(row - 1, "X"), 2) + Math.Pow(Number(row, "Y") - Number(row - 1, "Y"), 2));

    public double Speed(int row) => row == 0 ? 0 : Metres(row) / (Number(row, "tstamp") - Number(row - 1, "tstamp"));

    /// <summary>Seconds since the lap's official start.</summary>
    public double Seconds(int lap, int row) => row == Laps[lap][^1]
        ? Official[lap].Elapsed / 1000.0
        : Number(row, "tstamp") - (Official[lap].Start / 1000.0);

    /// <summary>The first row of a lap whose progress is at or above one.</summary>
    public int RowAt(int lap, double percent) => Laps[lap].First(row => Number(row, "progress") >= percent);

    /// <summary>When a lap first came to a progress, by walking along it.</summary>
    public double Reached(int lap, double percent) =>
        percent <= 0 ? 0 : percent >= 100 ? Official[lap].Elapsed / 1000.0 : Along(lap, percent, row => Seconds(lap, row));

    /// <summary>A column where a lap first came to a progress, linear between rows.</summary>
    public double Along(int lap, double percent, Func<int, double> value)
    {
        var row = RowAt(lap, percent);
        if (row == Laps[lap][0]) return value(row);
        var (from, to) = (Number(row - 1, "progress"), Number(row, "progress"));
        return value(row - 1) + ((value(row) - value(row - 1)) * (percent - from) / (to - from));
    }
}
