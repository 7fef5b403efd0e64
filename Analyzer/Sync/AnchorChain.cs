
namespace Analyzer.Sync;

/// <summary>
/// The heaviest set of anchors in which rows never go backwards: their weighted longest non-decreasing subsequence. A wrong anchor among
/// right ones falls out: unlike a running maximum, it cannot hold back those after it.
/// </summary>
internal static class AnchorChain
{
    /// <summary>Picks the chain; at most one anchor a frame.</summary>
    /// <param name="anchors">In order of frames; several may share a frame.</param>
    /// <param name="rowCount">Rows of the log; an anchor's row is below it, and -1 at the least.</param>
    public static List<Anchor> Pick(IEnumerable<Anchor> anchors, int rowCount)
    {
        // Within a frame from the last row to the first, so that no anchor can follow one of its own frame.
        var ordered = anchors.ToArray();
        Array.Sort(ordered, (one, other) => (one.Frame, other.Row, other.Weight).CompareTo((other.Frame, one.Row, one.Weight)));
        var before = new int[ordered.Length];
        var bestUpTo = new PrefixMaximum(rowCount);
        for (var i = 0; i < ordered.Length; i++)
        {
            // Of several at one place the first weighs most.
            if (i > 0 && (ordered[i].Frame, ordered[i].Row) == (ordered[i - 1].Frame, ordered[i - 1].Row)) continue;
            (var weight, before[i]) = bestUpTo.At(ordered[i].Row);
            bestUpTo.Raise(ordered[i].Row, weight + ordered[i].Weight, i);
        }

        var chain = new List<Anchor>();
        for (var i = bestUpTo.At(rowCount - 1).Index; i >= 0; i = before[i]) chain.Add(ordered[i]);
        chain.Reverse();
        return chain;
    }

    /// <summary>A Fenwick tree: the heaviest chain that ends at or before a row.</summary>
    private sealed class PrefixMaximum
    {
        private readonly (long Weight, int Index)[] nodes;

        public PrefixMaximum(int count)
        {
            nodes = new (long, int)[count + 2];
            Array.Fill(nodes, (0, -1));
        }

        public (long Weight, int Index) At(int row)
        {
            var best = (Weight: 0L, Index: -1);
            for (var node = row + 2; node > 0; node -= node & -node)
                if (nodes[node].Weight > best.Weight) best = nodes[node];

            return best;
        }

        public void Raise(int row, long weight, int index)
        {
            for (var node = row + 2; node < nodes.Length; node += node & -node)
                if (weight > nodes[node].Weight) nodes[node] = (weight, index);
        }
    }
}
