using System.Collections.Immutable;
using Analyzer.Reports.Geometry;

namespace Analyzer.Reports.Analyses;

/// <summary>A piece of the joined lap.</summary>
/// <param name="Lap">The lap that drove it.</param>
/// <param name="FromProgress">Percent.</param>
/// <param name="ToProgress">Percent.</param>
/// <param name="FromRow">The log's first row in it.</param>
/// <param name="ToRow">The last.</param>
internal sealed record JoinedPart(int Lap, double FromProgress, double ToProgress, int FromRow, int ToRow);

/// <summary>The joined lap (theoretical best lap): the fastest that can be put together of driven pieces that join.</summary>
/// <param name="Seconds">The sum of the pieces' times, never above the best lap's.</param>
/// <param name="Parts">The pieces, without gaps.</param>
internal sealed record JoinedLapFigures(double Seconds, ImmutableArray<JoinedPart> Parts);

/// <summary>How near two laps must be to each other, at equal progress, to go on from one to the other.</summary>
/// <param name="Metres">Between the cars.</param>
/// <param name="MetresPerSecond">Between their speeds.</param>
/// <param name="Degrees">Between their headings.</param>
internal readonly record struct JoinTolerance(double Metres, double MetresPerSecond, double Degrees)
{
    /// <summary>What a car can follow.</summary>
    public static JoinTolerance Drivable { get; } = new(0.10, 0.25, 8);
}

/// <summary>
/// Finds the joined lap by dynamic programming over a grid of progress: at each place and for each lap the least time to have come there
/// with a whole piece of that lap behind.
/// </summary>
internal sealed class JoinedLap
{
    private const double MinPieceSeconds = 1;
    private const int Intervals = 1000;
    private const int IntervalsOfMany = 200;
    private const int ManyLaps = 50;

    // Of very many laps only the fastest at a place are tried to go on from.
    private const int MaxTries = 32;

    // Of paths that take the same time, the one with the fewest pieces.
    private const double SwitchPenaltySeconds = 1e-6;

    private readonly LapGrid[] grids;
    private readonly JoinTolerance tolerance;
    private readonly int intervals;

    // By place and lap: the least time to begin a piece there and the lap it comes from; the same to end one, and where that began.
    private readonly double[][] begun;
    private readonly double[][] ended;
    private readonly int[][] before;
    private readonly int[][] beginning;

    private JoinedLap(ReportInput input, JoinTolerance tolerance)
    {
        this.tolerance = tolerance;
        var laps = input.CompletedLaps;
        intervals = laps.Length > ManyLaps ? IntervalsOfMany : Intervals;
        grids = [.. laps.AsParallel().AsOrdered().Select(lap => new LapGrid(input.Times, lap, intervals))];
        (begun, ended, before, beginning) = (Table<double>(), Table<double>(), Table<int>(), Table<int>());
    }

    /// <summary>The joined lap; null with fewer than two completed laps.</summary>
    public static Report Add(ReportInput input, Report report) => report with { Joined = Of(input, JoinTolerance.Drivable) };

    /// <inheritdoc cref="Add"/>
    public static JoinedLapFigures? Of(ReportInput input, JoinTolerance tolerance) =>
        input.IsTraining || input.CompletedLaps.Length < 2 ? null : new JoinedLap(input, tolerance).Find(input);

    /// <summary>Whether one can go on from one lap to another at a place of their grid.</summary>
    public static bool Joins(LapGrid from, LapGrid to, int place, JoinTolerance tolerance) =>
        from.IsDriven[place] && to.IsDriven[place]
        && double.Hypot(from.X[place] - to.X[place], from.Y[place] - to.Y[place]) <= tolerance.Metres
        && Math.Abs(from.Speed[place] - to.Speed[place]) <= tolerance.MetresPerSecond
        && Math.Abs(LapGrid.Turn(from.YawDegrees[place], to.YawDegrees[place])) <= tolerance.Degrees;

    private JoinedLapFigures Find(ReportInput input)
    {
        var least = Enumerable.Repeat(double.PositiveInfinity, grids.Length).ToArray();
        var leastAt = new int[grids.Length];
        var next = new int[grids.Length];
        for (var place = 0; place <= intervals; place++)
        {
            for (var lap = 0; lap < grids.Length; lap++) End(place, lap, least, leastAt, next);
            Begin(place);
        }

        var last = Enumerable.Range(0, grids.Length).MinBy(lap => ended[intervals][lap]);
        var parts = Parts(input, last);
        return new JoinedLapFigures(parts.Sum(part => part.Seconds), [.. parts.Select(part => part.Part)]);
    }

    // The beginnings that lie far enough back grow with the place, so their least is kept from place to place.
    private void End(int place, int lap, double[] least, int[] leastAt, int[] next)
    {
        var seconds = grids[lap].Seconds;
        for (; next[lap] < place && seconds[place] - seconds[next[lap]] >= MinPieceSeconds; next[lap]++)
        {
            var offset = begun[next[lap]][lap] - seconds[next[lap]];
            if (offset < least[lap]) (least[lap], leastAt[lap]) = (offset, next[lap]);
        }

        ended[place][lap] = least[lap] + seconds[place];
        beginning[place][lap] = leastAt[lap];
    }

    private void Begin(int place)
    {
        Array.Fill(begun[place], place == 0 ? 0 : double.PositiveInfinity);
        if (place == 0 || place == intervals) return;
        var (times, order) = (ended[place].ToArray(), Enumerable.Range(0, grids.Length).ToArray());
        Array.Sort(times, order);
        var fastest = order.Take(MaxTries).ToArray();
        for (var lap = 0; lap < grids.Length; lap++)
        {
            // One that is here sooner by itself gains nothing.
            foreach (var from in fastest.TakeWhile(from => ended[place][from] + SwitchPenaltySeconds < begun[place][lap]))
            {
                if (from == lap || !Joins(grids[from], grids[lap], place, tolerance)) continue;
                (begun[place][lap], before[place][lap]) = (ended[place][from] + SwitchPenaltySeconds, from);
                break;
            }
        }
    }

    private Stack<(JoinedPart Part, double Seconds)> Parts(ReportInput input, int last)
    {
        var parts = new Stack<(JoinedPart Part, double Seconds)>();
        for (var (lap, place) = (last, intervals); place > 0;)
        {
            var start = beginning[place][lap];
            var (grid, from, to) = (grids[lap], grids[lap].PercentAt(start), grids[lap].PercentAt(place));
            var fromRow = start == 0 ? grid.Lap.FirstRow : input.Times.RowAt(grid.Lap, from);
            var toRow = place == intervals ? grid.Lap.LastRow : input.Times.RowAt(grid.Lap, to) - 1;
            var part = new JoinedPart(grid.Lap.Number, from, to, fromRow, Math.Max(fromRow, toRow));
            parts.Push((part, grid.Seconds[place] - grid.Seconds[start]));
            (lap, place) = (before[start][lap], start);
        }

        return parts;
    }

    private T[][] Table<T>() => [.. Enumerable.Range(0, intervals + 1).Select(_ => new T[grids.Length])];
}
