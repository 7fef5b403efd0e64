namespace Analyzer.Sync;

/// <summary>
/// The cadence of a video that repeats each picture, as a copy at a higher frame rate does: at which frames a new one comes. In a 30 fps
/// copy these are all the even frames or all the odd ones.
/// </summary>
internal sealed class Cadence
{
    private const double SureShare = 0.8;

    private readonly int stride;
    private readonly int? phase;

    private Cadence(int stride, int? phase) => (this.stride, this.phase) = (stride, phase);

    /// <summary>Finds it from the anchors in neighbouring frames that differ in their rows.</summary>
    public static Cadence Of(List<Anchor> chain, int stride)
    {
        if (stride == 1) return new Cadence(1, null);
        var changes = new int[stride];
        for (var i = 1; i < chain.Count; i++)
            if (chain[i].Frame == chain[i - 1].Frame + 1 && chain[i].Row > chain[i - 1].Row) changes[chain[i].Frame % stride]++;

        var most = changes.Max();
        return new Cadence(stride, most > 0 && most >= SureShare * changes.Sum() ? Array.IndexOf(changes, most) : null);
    }

    /// <summary>Whether a frame's row should differ from the row of the frame before, and doesn't, or the other way round.</summary>
    public bool IsBroken(int frame, int step) => phase is { } changing && (frame % stride == changing) != (step > 0);
}
