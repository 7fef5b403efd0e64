using Analyzer.Laps;
using Analyzer.Rewards;

namespace Analyzer.Overlays;

/// <summary>What is drawn, and how: all that the user can choose about a frame's picture.</summary>
internal sealed record OverlaySettings
{
    /// <summary>The action space, the action chosen now and the speed half circle.</summary>
    public bool ShowActionSpace { get; init; } = true;

    /// <summary>The heatmap of the last actions.</summary>
    public bool ShowHeatmap { get; init; } = true;

    /// <summary>Car, lap and simulation variables.</summary>
    public bool ShowNotes { get; init; } = true;

    /// <summary>The panel beside the video.</summary>
    public bool ShowPanel { get; init; } = true;

    /// <summary>Which lap the panel compares with: the ghost on its map, and the time against it.</summary>
    public LapComparison Comparison { get; init; } = LapComparison.BestLap;

    /// <summary>The compared lap's video stands beside this lap's, both at the same progress.</summary>
    public bool Compare { get; init; }

    /// <summary>The joined lap that is played instead of the whole run; null for the whole run.</summary>
    public JoinedRoute? Joined { get; init; }

    /// <summary>The number of the section whose cost is told under the map; null for none.</summary>
    public int? Opportunity { get; init; }

    /// <summary>The reward components on the panel.</summary>
    public RewardState Rewards { get; init; } = RewardState.None;

    /// <summary>What each step divides the heatmap by: 1.00 (keeps all) to 1.20.</summary>
    public double HeatmapAttenuation { get; init; } = 1.05;

    /// <summary>Width of one action's spot in pixels of a 640 pixels wide picture: 30 to 100. Six standard deviations.</summary>
    public int HeatmapGaussianSize { get; init; } = 60;

    /// <summary>The heatmap's colours.</summary>
    public HeatmapColours HeatmapColours { get; init; } = HeatmapColours.Turbo;

    /// <summary>The heatmap counts from this row on, in pictures of that row or later ones.</summary>
    public int HeatmapFromRow { get; init; }

    /// <summary>How much of the video's HUD has been read, percent; null where all of it has been.</summary>
    public int? ReadingPercent { get; init; }

    /// <summary>Frames a second asked for.</summary>
    public int FramesPerSecond { get; init; } = 15;

    /// <summary>Frames a second shown, where the machine can't follow <see cref="FramesPerSecond"/>; else null.</summary>
    public int? FramesPerSecondShown { get; init; }
}
