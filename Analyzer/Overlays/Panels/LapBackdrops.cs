using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// A cache of the static part of the track map, one for each lap. Drawing one takes longer than a whole frame may, so the next lap's is
/// prefetched on another thread, and those of laps near by are kept.
/// </summary>
/// <param name="trace">The log.</param>
/// <param name="draw">Draws one, on any thread.</param>
internal sealed class LapBackdrops(SimTrace trace, Func<Lap, Backdrop> draw)
{
    private const int LapsKept = 8;

    private readonly Dictionary<Lap, Task<Backdrop>> kept = [];
    private Lap? latest;

    /// <summary>A lap's map.</summary>
    public Backdrop Of(Lap lap)
    {
        if (lap != latest) Prepare(lap);
        return kept[lap].GetAwaiter().GetResult();
    }

    private void Prepare(Lap lap)
    {
        latest = lap;
        foreach (var far in kept.Keys.Where(other => Math.Abs(other.Number - lap.Number) > LapsKept).ToList()) kept.Remove(far);
        foreach (var soon in trace.Laps.Where(other => other == lap || other.Number == lap.Number + 1))
            if (!kept.ContainsKey(soon)) kept[soon] = Task.Run(() => draw(soon));
    }
}
