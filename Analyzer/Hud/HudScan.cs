using System.Collections.Immutable;

namespace Analyzer.Hud;

/// <summary>What the one-time pass over a video found.</summary>
/// <param name="Readings">What each frame's HUD says.</param>
/// <param name="FramesPerSecond">The video's rate.</param>
/// <param name="Width">The video's width, pixels.</param>
/// <param name="Height">The video's height, pixels.</param>
public sealed record HudScan(ImmutableArray<HudReading> Readings, double FramesPerSecond, int Width, int Height);

/// <summary>How far the pass is.</summary>
/// <param name="FramesDone">Frames read.</param>
/// <param name="FramesTotal">Frames that the video says it has.</param>
public readonly record struct ScanProgress(int FramesDone, int FramesTotal);
