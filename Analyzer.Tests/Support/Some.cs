using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Logs;

namespace Analyzer.Tests.Support;

/// <summary>Test data that is right in all that a test does not care about.</summary>
internal static class Some
{
    /// <summary>The header of a log as it is downloaded.</summary>
    public const string Header = "episode,steps,X,Y,yaw,steer,throttle,action,reward,done,all_wheels_on_track,progress," +
        "closest_waypoint,track_len,tstamp,episode_status,pause_duration";

    /// <summary>A line of such a log.</summary>
    public const string Line = "0,1.0,1.5,-2.5,90.0,10.0,3.0,14,1.0,False,True,25.0,7,57.5,7.199,in_progress,0.0";

    public static SimTraceRow Row(
        int episode = 0,
        int steps = 1,
        long timestampMilliseconds = 0,
        double x = 0,
        double y = 0,
        double yawDegrees = 0,
        double steeringDegrees = 0,
        double throttleMetresPerSecond = 1,
        int? action = 0,
        double progressPercent = 0,
        int closestWaypoint = 0,
        EpisodeStatus status = EpisodeStatus.InProgress,
        double pauseSecondsLeft = 0,
        bool done = false,
        bool allWheelsOnTrack = true,
        double displacementSpeedMetresPerSecond = 0,
        double? loggedSpeedMetresPerSecond = null) => new()
        {
            Index = 0,
            Episode = episode,
            Steps = steps,
            X = x,
            Y = y,
            YawDegrees = yawDegrees,
            SteeringDegrees = steeringDegrees,
            ThrottleMetresPerSecond = throttleMetresPerSecond,
            Action = action,
            Reward = 1,
            Done = done,
            AllWheelsOnTrack = allWheelsOnTrack,
            ProgressPercent = progressPercent,
            ClosestWaypoint = closestWaypoint,
            TrackLengthMetres = 20,
            TimestampMilliseconds = timestampMilliseconds,
            Status = status,
            StatusText = Word(status),
            PauseSecondsLeft = pauseSecondsLeft,
            LoggedSpeedMetresPerSecond = loggedSpeedMetresPerSecond,
            DisplacementSpeedMetresPerSecond = displacementSpeedMetresPerSecond,
        };

    /// <summary>A log of these rows, numbered in their order.</summary>
    public static SimTrace Trace(params IEnumerable<SimTraceRow> rows)
    {
        var numbered = rows.Select((row, index) => row with { Index = index }).ToImmutableArray();
        return new SimTrace("some.csv", [.. Header.Split(',')], numbered, FieldTexts.Of(numbered.Select(Cells)));
    }

    /// <summary>The text of a log with these lines after the usual header.</summary>
    public static string Log(params IEnumerable<string> lines) => string.Concat(lines.Prepend(Header).Select(line => $"{line}\n"));

    /// <summary>A log's line with one of its cells changed.</summary>
    public static string LineWith(string column, string cell)
    {
        var cells = Line.Split(',');
        cells[Array.IndexOf(Header.Split(','), column)] = cell;
        return string.Join(',', cells);
    }

    private static string[] Cells(SimTraceRow row)
    {
        object[] values =
        [
            row.Episode, row.Steps, row.X, row.Y, row.YawDegrees, row.SteeringDegrees, row.ThrottleMetresPerSecond,
            row.Action is { } action ? action : $"[{row.SteeringDegrees} {row.ThrottleMetresPerSecond}]", row.Reward, row.Done,
            row.AllWheelsOnTrack, row.ProgressPercent, row.ClosestWaypoint, row.TrackLengthMetres, row.TimestampMilliseconds / 1000.0,
            row.StatusText, row.PauseSecondsLeft,
        ];
        return [.. values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value}"))];
    }

    private static string Word(EpisodeStatus status) =>
        string.Concat(status.ToString().Select((letter, place) => char.IsUpper(letter) && place > 0 ? $"_{letter}" : $"{letter}"))
            .ToLowerInvariant();
}
