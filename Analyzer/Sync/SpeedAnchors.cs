using Analyzer.Platform;

namespace Analyzer.Sync;

/// <summary>
/// Rows found by speed alone. Two speeds in succession nearly identify a row (two pairs out of a log are alike once in a thousand times),
/// so each pair in the video votes, within a window, for the lags at which the log has the same pair; several votes for one are no chance.
/// </summary>
internal sealed class SpeedAnchors
{
    private const int WindowRows = 150;
    private const int MinVotes = 5;

    // A pair that is all over the log tells nothing.
    private const int MaxRowsOfPair = 200;

    private readonly LockInput input;
    private readonly int frameStride;
    private readonly int rowStride;
    private readonly long[] pairs;
    private readonly int[] rowsByPair;

    /// <summary>Sorts the log's rows by the speeds at them and after them.</summary>
    public SpeedAnchors(LockInput input)
    {
        this.input = input;
        frameStride = input.FrameStride;
        rowStride = input.RowStride;
        rowsByPair = [.. Enumerable.Range(0, Math.Max(0, input.RowCount - rowStride))];
        pairs = [.. rowsByPair.Select(row => Pair(input.RowSpeeds[row], input.RowSpeeds[row + rowStride]))];
        Array.Sort(pairs, rowsByPair);
    }

    /// <summary>Anchors for the frames from one to before another, weighed by their votes.</summary>
    public List<Anchor> Between(int firstFrame, int endFrame)
    {
        var anchors = new List<Anchor>();
        var votes = new Dictionary<int, int>();
        var seen = new List<(int Frame, int Row)>();
        var window = WindowRows * frameStride;
        for (var start = firstFrame; start < endFrame; start += window / 2)
        {
            votes.Clear();
            seen.Clear();
            var end = Math.Min(start + window, endFrame);
            for (var frame = start; frame + frameStride < end; frame++) Vote(frame, votes, seen);
            foreach (var (frame, row) in seen)
                if (votes[Lag(frame, row)] is >= MinVotes and var weight) anchors.Add(new Anchor(frame, row, weight));
        }

        return anchors;
    }

    private void Vote(int frame, Dictionary<int, int> votes, List<(int Frame, int Row)> seen)
    {
        // A car at rest is alike everywhere.
        if (input.SpeedAt(frame) is not { } speed || input.SpeedAt(frame + frameStride) is not { } next || speed + next == 0) return;
        var pair = Pair(speed, next);
        var (first, end) = (Bisection.LowerBound(pairs, pair), Bisection.UpperBound(pairs, pair));
        if (end - first > MaxRowsOfPair) return;
        for (var i = first; i < end; i++)
        {
            var lag = Lag(frame, rowsByPair[i]);
            votes[lag] = votes.GetValueOrDefault(lag) + 1;
            seen.Add((frame, rowsByPair[i]));
        }
    }

    private int Lag(int frame, int row) => (frame * rowStride / frameStride) - row;

    private static long Pair(int speed, int next) => ((long)speed << 32) + next;
}
