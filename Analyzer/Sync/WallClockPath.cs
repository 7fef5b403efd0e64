namespace Analyzer.Sync;

/// <summary>
/// Locks a log whose <c>tstamp</c> is not the simulator's clock but the machine's, as in all logs up to January 2021: its steps are some
/// 10 ms off those of the clock in the picture, and the two drift apart. What they share is the distance driven: between two pictures the
/// speed in the picture times the clock's step is the distance between two rows, to the millimetre. The path is the likeliest one by steps
/// of the clock and distances together (a Viterbi beam search over the rows near the best one of the frame before).
/// </summary>
internal sealed class WallClockPath
{
    private const int RowsAround = 20;
    private const int RowsAroundAtFirst = 60;
    private const int LongestStep = 5;

    // What speaks against a path: about minus the logarithm of how seldom it is.
    private const float OtherDistance = 2.5f;
    private const float DistanceUnknown = 1.5f;
    private const float OtherRowInSamePicture = 12;
    private const float MaxOfAClock = 12;

    // Of a step of the clock against one of the log, and of their difference since the beginning against its mean so far.
    private const double StepSpreadMilliseconds = 16;
    private const double DriftSpreadMilliseconds = 150;
    private const double DriftShare = 0.05;

    // Of the clock against the log's at the first frame that has one.
    private const double StartSpreadMilliseconds = 1_500;

    // Speeds have two decimals, and the clock's steps whole milliseconds that the speed was computed of too.
    private const double SpeedToleranceCentimetres = 1.5;

    // In the right log nine in ten moving pictures show a row's distance; in another's, bent to fit, one in ten.
    private const double SureShare = 0.5;
    private const int MinSure = 20;

    // A long video of another run is told from the log by its beginning.
    private const int FramesToJudge = 2_000;

    private readonly LockInput input;
    private readonly RowClock rowClock;
    private readonly double[] distances;
    private readonly int?[] clocks;

    private WallClockPath(LockInput input, RowClock rowClock)
    {
        (this.input, this.rowClock) = (input, rowClock);
        distances = [.. input.Trace.Rows.Select(row => row.Index == 0 || input.Trace.Rows[row.Index - 1].Episode != row.Episode
            ? double.NaN
            : 100 * double.Hypot(row.X - input.Trace.Rows[row.Index - 1].X, row.Y - input.Trace.Rows[row.Index - 1].Y))];
        clocks = InOrder([.. input.Readings.Select(reading => reading.ClockMilliseconds)]);
    }

    /// <summary>The path; null where the distances in the picture are not the log's.</summary>
    /// <param name="input">Log and readings.</param>
    /// <param name="rowClock">What the clock would show at every row, some steps off.</param>
    public static SyncPath? Of(LockInput input, RowClock rowClock)
    {
        var path = new WallClockPath(input, rowClock);
        if (path.clocks.Take(FramesToJudge).Count(clock => clock > 0) < MinSure) return null;
        if (input.FrameCount > FramesToJudge && !path.Fits(path.Find(FramesToJudge))) return null;
        var rows = path.Find(input.FrameCount);
        if (!path.Fits(rows)) return null;
        var locked = Enumerable.Range(0, rows.Length).Count(frame => path.clocks[frame] > 0 && input.IsInLog(rows[frame]));
        return new SyncPath(rows, locked, SyncMode.Clock) { IsWallClock = true };
    }

    // A clock that was misread falls out of their order; null where none was read.
    private static int?[] InOrder(int?[] read)
    {
        var frames = Enumerable.Range(0, read.Length).Where(frame => read[frame] is not null).ToArray();
        var ordered = MonotonicTimes.Of([.. frames.Select(frame => (long)read[frame]!.Value)]);
        for (var i = 0; i < frames.Length; i++)
            if (ordered[i] != read[frames[i]]) read[frames[i]] = null;

        return read;
    }

    private bool Fits(int[] rows)
    {
        var (moving, right) = (0, 0);
        for (var frame = 1; frame < rows.Length; frame++)
        {
            if (clocks[frame] - clocks[frame - 1] is not > 0 || !(input.SpeedAt(frame) > 0)) continue;
            moving++;
            if (rows[frame] == rows[frame - 1] + 1 && IsDistanceOf(frame, rows[frame])) right++;
        }

        return right >= MinSure && right >= SureShare * moving;
    }

    // Whether a frame's speed times the clock's step is the distance from the row before to a row.
    private bool IsDistanceOf(int frame, int row) =>
        row > 0 && row < input.RowCount && clocks[frame] - clocks[frame - 1] is > 0 and var step
        && Math.Abs((distances[row] * 1000 / step) - input.SpeedAt(frame)!.Value) <= SpeedToleranceCentimetres;

    // The likeliest path of the first frames.
    private int[] Find(int end)
    {
        var first = Array.FindIndex(clocks, clock => clock > 0);
        var steps = new List<(int Lowest, sbyte[] Steps)>(end - first);
        var centre = Math.Max(0, rowClock.LastRowAtOrBefore(clocks[first]!.Value));
        var (lowest, costs) = Start(centre, clocks[first]!.Value);
        var (drift, before) = (0.0, first);
        steps.Add((lowest, []));
        for (var frame = first + 1; frame < end; frame++)
        {
            var nextLowest = Math.Max(-1, centre - RowsAround);
            var next = new float[Math.Min(input.RowCount - 1, centre + RowsAround) - nextLowest + 1];
            var taken = new sbyte[next.Length];
            for (var i = 0; i < next.Length; i++)
            {
                (next[i], taken[i]) = Cheapest(nextLowest + i, lowest, costs, frame, before);
                next[i] += DriftCost(frame, nextLowest + i, drift);
            }

            (lowest, costs) = (nextLowest, next);
            steps.Add((lowest, taken));
            centre = lowest + costs.AsSpan().IndexOf(costs.Min());
            if (clocks[frame] is not { } clock) continue;
            if (centre >= 0) drift += DriftShare * (clock - rowClock.At(centre) - drift);
            before = frame;
        }

        var rows = new int[end];
        Array.Fill(rows, -1, 0, first);
        var row = centre;
        for (var frame = end - 1; frame >= first; frame--)
        {
            rows[frame] = row;
            if (frame > first) row -= steps[frame - first].Steps[row - steps[frame - first].Lowest];
        }

        return rows;
    }

    private (int Lowest, float[] Costs) Start(int centre, int clock)
    {
        var lowest = Math.Max(-1, centre - RowsAroundAtFirst);
        var highest = Math.Min(input.RowCount - 1, centre + RowsAroundAtFirst);
        return (lowest, [.. Enumerable.Range(lowest, highest - lowest + 1).Select(row =>
            row < 0 ? MaxOfAClock : Square(clock - rowClock.At(row), StartSpreadMilliseconds))]);
    }

    private (float Cost, sbyte Step) Cheapest(int row, int lowest, float[] costs, int frame, int clockBefore)
    {
        var best = (Cost: float.PositiveInfinity, Step: (sbyte)0);
        for (var step = 0; step <= LongestStep; step++)
        {
            var from = row - step - lowest;
            if (from < 0 || from >= costs.Length) continue;
            var cost = costs[from] + CostOfStep(row, step, frame, clockBefore);
            if (cost < best.Cost) best = (cost, (sbyte)step);
        }

        return best;
    }

    private float CostOfStep(int row, int step, int frame, int clockBefore)
    {
        if (clocks[frame] is not { } clock || clockBefore != frame - 1)
            return OtherDistance * (float)Math.Abs(step - input.RowsPerFrame);
        var shown = clock - clocks[frame - 1]!.Value;
        if (shown == 0) return step == 0 ? 0 : OtherRowInSamePicture;
        var before = row - step;
        if (before < 0) return step == 1 ? 0 : OtherRowInSamePicture;
        var cost = Square(shown - (rowClock.At(row) - rowClock.At(before)), StepSpreadMilliseconds);
        if (step != 1) return cost + DistanceUnknown;
        return input.SpeedAt(frame) is not > 0 || IsDistanceOf(frame, row) ? cost : cost + OtherDistance;
    }

    private float DriftCost(int frame, int row, double drift) =>
        clocks[frame] is { } clock && row >= 0 ? Square(clock - rowClock.At(row) - drift, DriftSpreadMilliseconds) : 0;

    private static float Square(double difference, double spread)
    {
        var deviations = difference / spread;
        return (float)Math.Min(MaxOfAClock, deviations * deviations / 2);
    }
}
