using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The track map's layer of each lap. Drawing one takes longer than a whole frame may, so the next lap's is drawn on another thread
/// as soon as a lap's is asked for, and those of laps near by are kept.
/// </summary>
/// <param name="trace">The log.</param>
/// <param name="layers">What draws them.</param>
internal sealed class LapLayers(SimTrace trace, MapLayers layers)
{
    private const int LapsKept = 8;

    private readonly Dictionary<Lap, Task<Sprite>> kept = [];
    private Lap? latest;

    /// <summary>A lap's layer.</summary>
    public Sprite Of(Lap lap)
    {
        if (lap != latest) Prepare(lap);
        return kept[lap].GetAwaiter().GetResult();
    }

    private void Prepare(Lap lap)
    {
        latest = lap;
        foreach (var far in kept.Keys.Where(other => Math.Abs(other.Number - lap.Number) > LapsKept).ToList()) kept.Remove(far);
        foreach (var soon in trace.Laps.Where(other => other == lap || other.Number == lap.Number + 1))
            if (!kept.ContainsKey(soon)) kept[soon] = Task.Run(() => layers.DrawLap(soon));
    }
}
