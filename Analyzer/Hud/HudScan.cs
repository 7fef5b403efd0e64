using System.Collections.Immutable;

namespace Analyzer.Hud;

/// <summary>The result of <see cref="HudScanner"/>, the one-time pass over a video: speed and race clock of every frame.</summary>
/// <param name="Readings">One for each frame, in order.</param>
/// <param name="FramesPerSecond">The video's frame rate.</param>
internal sealed record HudScan(ImmutableArray<HudReading> Readings, double FramesPerSecond)
{
    /// <summary>
    /// By frame: whether the speed's digits are so near to others that the log may tell against them; empty where that is not known.
    /// </summary>
    public ImmutableArray<bool> AmbiguousSpeeds { get; init; } = [];

    /// <summary>What was odd, each in a sentence for the user; empty where all went well.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The part of <see cref="ScanTime"/> that decoding the video took.</summary>
    public TimeSpan DecodeTime { get; init; }

    /// <summary>The time that the whole pass took.</summary>
    public TimeSpan ScanTime { get; init; }
}
