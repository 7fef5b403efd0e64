using System.Globalization;
using System.Text;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>Turns the fields of a line into a typed row, by the names in the header.</summary>
internal sealed class SimTraceRowParser
{
    private const int MaxLettersOnStack = 64;

    // What people who wrote their own logs called it.
    private static readonly Dictionary<string, string> OtherNames = new() { ["tstamp"] = "timestamp" };

    private readonly string path;
    private readonly int headerLength;
    private readonly int episode, steps, x, y, yaw, speed, steer, throttle, action, reward, done, onTrack;
    private readonly int progress, waypoint, trackLength, timestamp, status, pause;

    // Consecutive rows mostly have the same.
    private string lastWord = "";
    private byte[] lastWordBytes = [];
    private EpisodeStatus lastStatus;

    /// <summary>Finds the columns.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="headerLine">The line that they stand in, from 1.</param>
    /// <param name="remedy">What to do where this is no sim-trace log.</param>
    public SimTraceRowParser(string path, string[] header, long headerLine, string remedy)
    {
        (this.path, headerLength) = (path, header.Length);
        int Find(string name) => LogCsv.Find(header, name) is >= 0 and var place ? place
            : OtherNames.TryGetValue(name, out var other) ? LogCsv.Find(header, other) : -1;
        var missing = TableHead.RequiredColumns.Where(name => Find(name) < 0).ToArray();
        if (missing.Length > 0)
        {
            throw RunException.At(path, headerLine, $"the columns are {InputFile.Shown(string.Join(',', header))}, expected a sim-trace " +
                $"header; missing: {string.Join(", ", missing)}; {remedy}.");
        }

        (episode, steps, x, y, yaw, speed) = (Find("episode"), Find("steps"), Find("X"), Find("Y"), Find("yaw"), Find("speed"));
        (steer, throttle, action, reward) = (Find("steer"), Find("throttle"), Find("action"), Find("reward"));
        (done, onTrack, progress) = (Find("done"), Find("all_wheels_on_track"), Find("progress"));
        (waypoint, trackLength, timestamp) = (Find("closest_waypoint"), Find("track_len"), Find("tstamp"));
        (status, pause) = (Find("episode_status"), Find("pause_duration"));
    }

    /// <summary>The row in a line.</summary>
    /// <param name="fields">The line's fields.</param>
    /// <param name="line">The line's number, from 1.</param>
    /// <param name="before">The row before, if any.</param>
    public SimTraceRow Parse(LineFields fields, long line, SimTraceRow? before)
    {
        if (fields.Count != headerLength)
            throw Fault(line, $"the number of fields is {fields.Count}, expected {headerLength} as in the header");
        double Number(int column, string name) =>
            TryNumber(fields[column], out var value) ? value : throw Fault(line, fields.Text(column), name, "a number");
        double NumberOr(int column, string name, double absent) => IsThere(column) ? Number(column, name) : absent;
        int Whole(int column, string name) =>
            TryWhole(fields[column], out var value) ? value : throw Fault(line, fields.Text(column), name, "a whole number");
        bool FlagOr(int column, string name, bool absent) =>
            !IsThere(column) ? absent : TryFlag(fields[column]) ?? throw Fault(line, fields.Text(column), name, "True or False");
        bool IsThere(int column) => column >= 0 && !IsBlank(fields[column]);

        var milliseconds = Math.Round(Number(timestamp, "tstamp") * 1000);
        if (!(Math.Abs(milliseconds) < 1e15)) throw Fault(line, fields.Text(timestamp), "tstamp", "seconds");
        var (inEpisode, step) = (Whole(episode, "episode"), Whole(steps, "steps"));
        var (east, north) = (Number(x, "X"), Number(y, "Y"));

        // Made at once: a log may have half a million of them.
        return new SimTraceRow
        {
            Index = before is null ? 0 : before.Index + 1,
            Episode = inEpisode,
            Steps = step,
            X = east,
            Y = north,
            YawDegrees = Number(yaw, "yaw"),
            SteeringDegrees = Number(steer, "steer"),
            ThrottleMetresPerSecond = Number(throttle, "throttle"),
            Action = !IsThere(action) || IsList(fields[action]) ? null : Whole(action, "action"),
            Reward = NumberOr(reward, "reward", 0),
            Done = FlagOr(done, "done", false),
            AllWheelsOnTrack = FlagOr(onTrack, "all_wheels_on_track", true),
            ProgressPercent = Number(progress, "progress"),
            ClosestWaypoint = Whole(waypoint, "closest_waypoint"),
            TrackLengthMetres = Number(trackLength, "track_len"),
            TimestampMilliseconds = (long)milliseconds,
            StatusText = Shared(status >= 0 ? fields[status] : StatusOf(
                FlagOr(done, "done", false), Number(progress, "progress"), FlagOr(onTrack, "all_wheels_on_track", true))),
            Status = lastStatus,
            PauseSecondsLeft = NumberOr(pause, "pause_duration", 0),
            LoggedSpeedMetresPerSecond = IsThere(speed) ? Number(speed, "speed") : null,
            DisplacementSpeedMetresPerSecond = before is null ? 0 : SimTraceRow.DisplacementSpeed(before, east, north, (long)milliseconds),
        };
    }

    /// <summary>The same word as in the row before, where it is the same; <see cref="lastStatus"/> is what it says.</summary>
    private string Shared(ReadOnlySpan<byte> word)
    {
        if (!word.SequenceEqual(lastWordBytes))
        {
            lastWordBytes = word.ToArray();
            lastStatus = EpisodeStatusText.Parse(lastWord = Encoding.UTF8.GetString(word));
        }

        return lastWord;
    }

    /// <summary>The status that logs without one (2019) would have, as far as their other fields tell.</summary>
    private static ReadOnlySpan<byte> StatusOf(bool isDone, double percent, bool isOnTrack) =>
        isDone && percent >= 100 ? "lap_complete"u8 : isOnTrack ? "in_progress"u8 : "off_track"u8;

    private static bool IsBlank(ReadOnlySpan<byte> text) =>
        text.Length == 0 || (text[0] is <= (byte)' ' or > 0x7F && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(text)));

    private static bool IsList(ReadOnlySpan<byte> text) => text.TrimStart((byte)' ') is [(byte)'[' or (byte)'(', ..];

    // Parsing letters is compiled ahead of time, parsing UTF-8 is not.
    private static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        if (DecimalText.TryRead(text, out value)) return true;
        Span<char> letters = stackalloc char[MaxLettersOnStack];
        return Encoding.UTF8.TryGetChars(text, letters, out var count)
            ? TryNumber(letters[..count], out value)
            : TryNumber(Encoding.UTF8.GetString(text), out value);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return true;
        value = text.Trim() switch { "inf" => double.PositiveInfinity, "-inf" => double.NegativeInfinity, _ => double.NaN };
        return double.IsInfinity(value);
    }

    private static bool TryWhole(ReadOnlySpan<byte> text, out int value)
    {
        var isWhole = TryNumber(text, out var number) && Math.Abs(number) <= int.MaxValue && number == Math.Floor(number);
        value = isWhole ? (int)number : 0;
        return isWhole;
    }

    private static bool? TryFlag(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("True"u8) ? true : text.SequenceEqual("False"u8) ? false : TryOtherFlag(Encoding.UTF8.GetString(text));

    private static bool? TryOtherFlag(string text) => text.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "1.0" or "WAHR" or "VRAI" or "VERDADERO" or "VERO" => true,
        "FALSE" or "0" or "0.0" or "FALSCH" or "FAUX" or "FALSO" => false,
        _ => null,
    };

    private RunException Fault(long line, string cell, string name, string expected) =>
        Fault(line, $"{name} is \"{InputFile.Shown(cell)}\", expected {expected}");

    private RunException Fault(long line, string what) =>
        RunException.At(path, line, $"{what}; download the log again, or repair the line.");
}
