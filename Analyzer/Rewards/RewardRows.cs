using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;

namespace Analyzer.Rewards;

/// <summary>
/// A run's rows as rewards see them: the log's own columns by their names (see <see cref="LogColumn"/> for their types), the real
/// <c>speed</c>, and the names that DeepRacer's reward functions use.
/// </summary>
internal sealed class RewardRows
{
    /// <summary>The name that only a racing line gives.</summary>
    public const string DistanceFromLine = "distance_from_line";

    private const string NeedsTrack = "needs the track; give it with --track FILE.npy";
    private const string NeedsLine = "needs a racing line; give it with --line FILE.npy";
    private const string NoObjects = "is in no log: it holds no objects";

    /// <summary>Takes a run.</summary>
    /// <param name="trace">The log.</param>
    /// <param name="hudSpeeds">What the HUD said in each row, metres a second; null without a video. A row without a reading takes the
    /// log's own <c>speed</c>, or without that the speed from its displacement.</param>
    /// <param name="track">The track as the run drove it; null where none is known.</param>
    /// <param name="racingLine">A line on the track; null where none is given.</param>
    public RewardRows(
        SimTrace trace, IReadOnlyList<double?>? hudSpeeds = null, Track? track = null, TrackLine? racingLine = null)
    {
        if (hudSpeeds is not null && hudSpeeds.Count != trace.Rows.Length)
            throw new ArgumentException("One reading a row.", nameof(hudSpeeds));
        (Trace, Track, RacingLine) = (trace, track, racingLine);
        Table = new RowTable(trace.Rows.Length, [.. trace.Rows.Select(row => trace.LapOf(row.Index).FirstRow)]);
        // Whatever case the header is in, expressions find the field's own names.
        for (var column = 0; column < trace.Columns.Length; column++)
            AddLogColumn(trace.Columns[column].Trim().ToLowerInvariant(), column);
        for (var column = 0; column < trace.Columns.Length; column++) AddLogColumn(trace.Columns[column].Trim(), column);
        Add("speed", row => Value.Of(
            hudSpeeds?[row.Index] ?? row.LoggedSpeedMetresPerSecond ?? row.DisplacementSpeedMetresPerSecond));
        AddDeepRacerNames();
        AddTrackNames();
        AddLineNames();
        foreach (var name in ObjectNames) Table.AddGap(name, NoObjects);
    }

    /// <summary>The params of a reward function that tell of objects on the track: boxes and other cars.</summary>
    internal static ImmutableArray<string> ObjectNames { get; } =
    [
        "closest_objects", "objects_location", "objects_left_of_center", "object_in_camera", "objects_speed", "objects_heading",
        "objects_distance_from_center", "objects_distance",
    ];

    /// <summary>The names whose values go by the track.</summary>
    internal static ImmutableArray<string> TrackNames { get; } =
    [
        "distance_from_center", "is_left_of_center", "track_width", "waypoints", "projection_distance", "closest_waypoints", "is_reversed",
    ];

    /// <summary>The log.</summary>
    public SimTrace Trace { get; }

    /// <summary>The track as the run drove it; null where none is known.</summary>
    public Track? Track { get; }

    /// <summary>A line on the track that the user gave; null where they gave none.</summary>
    public TrackLine? RacingLine { get; }

    internal RowTable Table { get; }

    private void Add(string name, Func<SimTraceRow, Value> valueOf) => Table.Add(name, row => valueOf(Trace.Rows[row]));

    private void AddLogColumn(string name, int column) => Table.Add(name, () => LogColumn.Read(Trace, column));

    private void AddDeepRacerNames()
    {
        Add("done", row => Value.Of(row.Done));
        Add("all_wheels_on_track", row => Value.Of(row.AllWheelsOnTrack));
        Add("x", row => Value.Of(row.X));
        Add("y", row => Value.Of(row.Y));
        Add("heading", row => Value.Of(row.YawDegrees));
        Add("steering_angle", row => Value.Of(row.SteeringDegrees));
        Add("track_length", row => Value.Of(row.TrackLengthMetres));
        Add("is_offtrack", row => Value.Of(row.Status == EpisodeStatus.OffTrack));
        Add("is_crashed", row => Value.Of(row.Status == EpisodeStatus.Crashed));
        var isReversed = new Lazy<bool>(IsReversed);
        Add("is_reversed", _ => Value.Of(isReversed.Value));
        if (Trace.Columns.All(column => column.Trim() != "timestamp")) Table.Add("timestamp", Timestamps);
    }

    private Value[] Timestamps() => Table.Find("tstamp") ?? [.. Trace.Rows.Select(row => Value.Of(row.TimestampMilliseconds / 1000.0))];

    private void AddTrackNames()
    {
        if (Track is null)
        {
            foreach (var name in (string[])["distance_from_center", "is_left_of_center", "track_width", "waypoints", "projection_distance"])
                Table.AddAbsent(name, NeedsTrack);

            // The log names only the nearer one of the pair.
            Table.AddGap("closest_waypoints", NeedsTrack);
            return;
        }

        var positions = new Lazy<TrackPosition[]>(() => [.. Trace.Rows.Select(row => Track.Locate(new TrackPoint(row.X, row.Y)))]);
        var waypoints = Value.ListOf([.. Track.Waypoints.Select(point => Value.TupleOf(Value.Of(point.X), Value.Of(point.Y)))]);
        Table.Add("distance_from_center", row => Value.Of(positions.Value[row].DistanceFromCentreMetres));
        Table.Add("is_left_of_center", row => Value.Of(positions.Value[row].IsLeftOfCentre));
        Table.Add("track_width", row => Value.Of(positions.Value[row].TrackWidthMetres));
        Table.Add("projection_distance", row => Value.Of(positions.Value[row].ProjectionMetres));
        Table.Add("closest_waypoints", row => Pair(positions.Value[row].PreviousWaypoint, positions.Value[row].NextWaypoint));
        Table.Add("waypoints", _ => waypoints);
    }

    private void AddLineNames()
    {
        if (RacingLine is { } line) Add(DistanceFromLine, row => Value.Of(line.DistanceTo(new TrackPoint(row.X, row.Y))));
        else Table.AddAbsent(DistanceFromLine, NeedsLine);
    }

    // Driving clockwise. Without the track it shows in the way in which the longest lap goes round.
    private bool IsReversed()
    {
        if (Track is not null) return Track.IsReversed;
        var lap = Trace.Laps.MaxBy(lap => lap.RowCount)!;
        var line = Enumerable.Range(lap.FirstRow, lap.RowCount).Select(row => new TrackPoint(Trace.Rows[row].X, Trace.Rows[row].Y));
        return TrackLine.Area([.. line]) < 0;
    }

    private static Value Pair(int first, int second) => Value.ListOf(Value.Of((long)first), Value.Of((long)second));
}
