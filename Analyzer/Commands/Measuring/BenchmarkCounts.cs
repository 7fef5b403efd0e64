namespace Analyzer.Commands.Measuring;

/// <summary>How often a benchmark does what it measures.</summary>
/// <param name="Passes">Times that the video is decoded and its HUD read; the median counts.</param>
/// <param name="Drawn">Pictures drawn.</param>
/// <param name="Played">Pictures shown in a window; 0 for no window.</param>
/// <param name="Jumps">Jumps to any frame.</param>
/// <param name="EarlyJumps">Jumps to any frame while the HUD is being read, at a person's leisure.</param>
/// <param name="StepsBack">Steps back.</param>
/// <param name="Rendered">Frames rendered.</param>
internal sealed record BenchmarkCounts(int Passes, int Drawn, int Played, int Jumps, int EarlyJumps, int StepsBack, int Rendered)
{
    /// <summary>Enough for figures that hold.</summary>
    public static BenchmarkCounts Default { get; } =
        new(Passes: 3, Drawn: 1000, Played: 1000, Jumps: 200, EarlyJumps: 40, StepsBack: 200, Rendered: 900);
}
