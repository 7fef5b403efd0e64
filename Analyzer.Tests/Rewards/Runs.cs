using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Analyzer.Logs;

namespace Analyzer.Tests.Rewards;

/// <summary>The runs that the reward tests work on.</summary>
internal static class Runs
{
    private const string Header =
        "episode,steps,X,Y,yaw,steer,throttle,action,reward,done,all_wheels_on_track,progress,closest_waypoint,track_len,tstamp,episode_status,pause_duration";

    /// <summary>A run of four rows in two laps, written by hand; row 2 has no reward.</summary>
    public static SimTrace Small { get; } = Parse("small.csv",
    [
        Header,
        "0,1.0,1.0,2.0,90.0,-30.0,1.0,0,0.5,False,True,0.0,1,17.7,6.0,prepare,0.0",
        "0,2.0,1.0,2.1,91.0,-10.0,2.0,3,1.0,False,True,1.5,1,17.7,6.1,in_progress,0.0",
        "0,3.0,1.0,2.3,92.0,10.0,3.0,14,,True,False,3.0,2,17.7,6.2,off_track,2.0",
        "1,1.0,1.0,2.3,93.0,30.0,4.0,20,0.0,False,True,100.0,3,17.7,6.3,in_progress,0.0",
    ]);

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>july_pro, which stands beside a developer's checkout; null elsewhere.</summary>
    public static SimTrace? JulyPro { get; } = ReadFirst(Path.Combine(Root, "..", "shared", "runs", "july_pro"));

    /// <summary>The bundled sample; null where it is not there.</summary>
    public static SimTrace? Sample { get; } = ReadFirst(Path.Combine(Root, "samples", "reinvent"));

    /// <summary>A track's file, which stands beside a developer's checkout.</summary>
    public static string TrackPath(string name) => Path.Combine(Root, "..", "shared", "routes", name);

    private static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    private static SimTrace? ReadFirst(string folder)
    {
        var file = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories).FirstOrDefault(path => path.Contains("sim-trace", StringComparison.Ordinal) && path.EndsWith("0-iteration.csv", StringComparison.Ordinal))
            : null;
        return file is null ? null : Parse(file, File.ReadAllLines(file));
    }

    private static SimTrace Parse(string path, string[] lines)
    {
        ImmutableArray<string> columns = [.. lines[0].Split(',')];
        ImmutableArray<ImmutableArray<string>> cells = [.. lines[1..].Select(line => line.Split(',').ToImmutableArray())];
        var rows = cells.Select((row, index) => Row(columns, row, index)).ToArray();
        for (var i = 1; i < rows.Length; i++)
        {
            var (before, now) = (rows[i - 1], rows[i]);
            var seconds = (now.TimestampMilliseconds - before.TimestampMilliseconds) / 1000.0;
            rows[i] = now with { DisplacementSpeedMetresPerSecond = double.Hypot(now.X - before.X, now.Y - before.Y) / seconds };
        }

        return new SimTrace(path, columns, [.. rows], cells);
    }

    private static SimTraceRow Row(ImmutableArray<string> columns, ImmutableArray<string> cells, int index)
    {
        string Text(string column) => cells[columns.IndexOf(column)];
        double Number(string column) => double.TryParse(Text(column), CultureInfo.InvariantCulture, out var value) ? value : 0;
        return new SimTraceRow
        {
            Index = index,
            Episode = (int)Number("episode"),
            Steps = (int)Number("steps"),
            X = Number("X"),
            Y = Number("Y"),
            YawDegrees = Number("yaw"),
            SteeringDegrees = Number("steer"),
            ThrottleMetresPerSecond = Number("throttle"),
            Action = (int)Number("action"),
            Reward = Number("reward"),
            Done = bool.Parse(Text("done")),
            AllWheelsOnTrack = bool.Parse(Text("all_wheels_on_track")),
            ProgressPercent = Number("progress"),
            ClosestWaypoint = (int)Number("closest_waypoint"),
            TrackLengthMetres = Number("track_len"),
            TimestampMilliseconds = (long)Math.Round(Number("tstamp") * 1000),
            Status = EpisodeStatusText.Parse(Text("episode_status")),
            StatusText = Text("episode_status"),
            PauseSecondsLeft = Number("pause_duration"),
            DisplacementSpeedMetresPerSecond = 0,
        };
    }
}
