using Analyzer.Hud.Layout;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;
using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>One evaluation, ready to be shown: its log locked to its video.</summary>
/// <param name="Timeline">Frames and rows.</param>
/// <param name="ActionSpace">What the car could choose from.</param>
internal sealed record Evaluation(Timeline Timeline, ActionSpace ActionSpace)
{
    /// <summary>Its laps, and what they can be compared with.</summary>
    public LapComparisons Laps { get => field ??= new(new LapTimes(Timeline.Trace)); init; }

    /// <summary>Its laps cut into straights and corners.</summary>
    public LapSections Sections { get; init; } = LapSections.None;

    /// <summary>What is known of the track.</summary>
    public DrivenTrack Track { get; init; } = DrivenTrack.Unknown;

    /// <summary>The HUD's small track map, pixels of the 640x480 picture: its place differs by track.</summary>
    public Rect SmallMap { get; init; } = SmallMapFinder.Usual;

    /// <summary>Whether the small map is still being looked for, so that nothing can be placed by it.</summary>
    public bool IsSmallMapSought { get; init; }
}
