using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The track map of each lap as far as it stands still. Drawing one takes longer than a whole frame may, so the next lap's is drawn on
/// another thread as soon as a lap's is asked for, and those of laps near by are kept.
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
