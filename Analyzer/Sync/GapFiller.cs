namespace Analyzer.Sync;

/// <summary>
/// Gives the frames between anchors their rows: the path from one anchor's row to the next that never goes backwards, keeps the video's
/// pace and agrees best with the speeds. Before the first anchor and after the last the other end is open.
/// </summary>
internal sealed class GapFiller(LockInput input, int?[] clockRows, Cadence cadence)
{
    // What speaks against a path. Weighed so that one speed taken between two steps does not bend it, and two that fit elsewhere do.
    private const float WrongSpeed = 2;
    private const float OtherSpeedInSamePicture = 2;
    private const float SameSpeedInOtherPicture = 1;
    private const float OtherRowByClock = 1;
    private const float OutsideLog = 2;
    private const float OffPace = 1.5f;
    private const float OffPaceAtLapEnd = 1;
    private const float OffCadence = 1.5f;
    private const float OffStraightLine = 0.01f;

    // Longer gaps with nothing to go by are drawn straight.
    private const long MaxSteps = 400_000;

    // What the best of steps costs where the pace is no whole number of rows: so much must standing still outside the log cost, too.
    private readonly float onPace = OffPace * (float)Math.Abs(input.RowsPerFrame - Math.Round(input.RowsPerFrame));
    private readonly int[] rowOfFrame = new int[input.FrameCount];
    private float[] costs = [];
    private float[] nextCosts = [];
    private int[] steps = [];

    /// <summary>The row of every frame; -1 before the log's first row, its number of rows after its last.</summary>
    /// <param name="chain">At least one anchor, in order, rows never going backwards.</param>
    public int[] Fill(List<Anchor> chain)
    {
        FillStart(chain[0]);
        rowOfFrame[chain[0].Frame] = chain[0].Row;
        for (var i = 1; i < chain.Count; i++)
        {
            Fill(new Gap(chain[i - 1].Frame, chain[i].Frame, chain[i - 1].Row, chain[i].Row, chain[i - 1].Row, chain[i].Row));
            rowOfFrame[chain[i].Frame] = chain[i].Row;
        }

        FillEnd(chain[^1]);
        return rowOfFrame;
    }

    private void FillStart(Anchor first)
    {
        if (first.Frame == 0) return;
        Fill(new Gap(-1, first.Frame, Math.Max(-1, first.Row - Reach(first.Frame)), first.Row, null, first.Row));
    }

    private void FillEnd(Anchor last)
    {
        var frames = input.FrameCount - 1 - last.Frame;
        if (frames == 0) return;
        Fill(new Gap(last.Frame, input.FrameCount, last.Row, Math.Min(input.RowCount, last.Row + Reach(frames)), last.Row, null));
    }

    /// <summary>How many rows an open end may run on in so many frames.</summary>
    private int Reach(int frames) => (int)Math.Ceiling(input.RowsPerFrame * frames * 1.1) + 4;

    private void Fill(Gap gap)
    {
        if (gap.Frames == 0) return;
        if (gap.LowestRow == gap.HighestRow)
        {
            rowOfFrame.AsSpan(gap.Before + 1, gap.Frames).Fill(gap.LowestRow);
            return;
        }

        var longestStep = ((gap.Rows - 1) / gap.Frames) + 4;
        if ((long)gap.Frames * gap.Rows * longestStep > MaxSteps)
            DrawStraight(gap);
        else
            FindPath(gap, longestStep);
    }

    private void DrawStraight(Gap gap)
    {
        for (var frame = gap.Before + 1; frame < gap.After; frame++)
            rowOfFrame[frame] = Math.Clamp((int)Math.Floor(StraightRow(gap, frame) + 0.5), gap.LowestRow, gap.HighestRow);
    }

    private double StraightRow(Gap gap, int frame) => gap switch
    {
        { From: { } from, To: { } to } => from + ((double)(to - from) * (frame - gap.Before) / (gap.After - gap.Before)),
        { From: { } from } => from + (input.RowsPerFrame * (frame - gap.Before)),
        _ => gap.To!.Value - (input.RowsPerFrame * (gap.After - frame)),
    };

    /// <summary>The cheapest path, by dynamic programming over (frame, row): the Viterbi algorithm.</summary>
    private void FindPath(Gap gap, int longestStep)
    {
        Reserve(gap);
        costs.AsSpan(0, gap.Rows).Fill(float.PositiveInfinity);
        if (gap.From is { } from) costs[from - gap.LowestRow] = 0;

        for (var frame = gap.Before + 1; frame < gap.After; frame++)
        {
            for (var i = 0; i < gap.Rows; i++)
            {
                var row = gap.LowestRow + i;
                var (cost, step) = frame == 0 ? (0, 0) : CheapestStep(frame, row, Math.Min(i, longestStep));
                nextCosts[i] = cost + CostOf(frame, row, StraightRow(gap, frame));
                steps[((frame - gap.Before - 1) * gap.Rows) + i] = step;
            }

            (costs, nextCosts) = (nextCosts, costs);
        }

        var end = End();
        for (var frame = gap.After - 1; frame > gap.Before; frame--)
        {
            rowOfFrame[frame] = gap.LowestRow + end;
            end -= steps[((frame - gap.Before - 1) * gap.Rows) + end];
        }

        (float Cost, int Step) CheapestStep(int frame, int row, int mostSteps)
        {
            var best = (Cost: float.PositiveInfinity, Step: 0);
            for (var step = 0; step <= mostSteps; step++)
            {
                var cost = costs[row - gap.LowestRow - step] + CostOfStep(frame, row, step);
                if (cost < best.Cost) best = (cost, step);
            }

            return best;
        }

        int End()
        {
            if (gap.To is not { } to) return costs.AsSpan(0, gap.Rows).IndexOf(costs.Take(gap.Rows).Min());
            var last = to - gap.LowestRow;
            return last - CheapestStep(gap.After, to, Math.Min(last, longestStep)).Step;
        }
    }

    private void Reserve(Gap gap)
    {
        if (costs.Length < gap.Rows) (costs, nextCosts) = (new float[gap.Rows], new float[gap.Rows]);
        if (steps.Length < gap.Rows * gap.Frames) steps = new int[gap.Rows * gap.Frames];
    }

    private float CostOf(int frame, int row, double straightRow)
    {
        var cost = OffStraightLine * (float)Math.Abs(row - straightRow);
        if (clockRows[frame] is { } byClock && byClock != row) cost += OtherRowByClock;
        if (row < 0) return input.SpeedAt(frame) > 0 ? cost + OutsideLog : cost;
        if (row == input.RowCount) return cost + OutsideLog;
        return input.SpeedAt(frame) is null || input.SpeedAgrees(frame, row) ? cost : cost + WrongSpeed;
    }

    /// <summary>What speaks against this frame showing the row so many after the one in the frame before.</summary>
    private float CostOfStep(int frame, int row, int step)
    {
        var isOutside = row < 0 || row == input.RowCount;
        if (isOutside && step == 0) return onPace;
        var weight = step == 0 && IsLapEnd(row) ? OffPaceAtLapEnd : OffPace;
        var cost = cadence.IsBroken(frame, step) ? OffCadence : 0;
        cost += row - step < 0 ? onPace + (OffPace * (step - 1)) : weight * (float)Math.Abs(step - input.RowsPerFrame);
        if (row - step < 0 || frame == 0) return cost;
        if (input.SpeedAt(frame) is not { } speed || input.SpeedAt(frame - 1) is not { } speedBefore) return cost;
        if (step == 0) return speed == speedBefore ? cost : cost + OtherSpeedInSamePicture;
        var isRepeated = speed == speedBefore && speed > 0 && (isOutside || input.RowSpeeds[row] != input.RowSpeeds[row - step]);
        return isRepeated ? cost + SameSpeedInOtherPicture : cost;
    }

    private bool IsLapEnd(int row) => input.Trace.LapOf(row).LastRow == row;

    /// <summary>Frames without an anchor.</summary>
    /// <param name="Before">The anchored frame before them; -1 where there is none.</param>
    /// <param name="After">The anchored frame after them; the number of frames where there is none.</param>
    /// <param name="LowestRow">No frame in the gap shows an earlier row.</param>
    /// <param name="HighestRow">No frame in the gap shows a later row.</param>
    /// <param name="From">The row of the frame before; null where there is none.</param>
    /// <param name="To">The row of the frame after; null where there is none.</param>
    private readonly record struct Gap(int Before, int After, int LowestRow, int HighestRow, int? From, int? To)
    {
        public int Frames => After - Before - 1;

        public int Rows => HighestRow - LowestRow + 1;
    }
}
