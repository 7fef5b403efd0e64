using Analyzer.Laps;

namespace Analyzer.Overlays;

/// <summary>The text in place of a comparison where there is no lap to compare with.</summary>
internal static class MissingComparison
{
    /// <summary>Why there is none.</summary>
    public static string Missing(this LapComparison comparison) => comparison switch
    {
        LapComparison.BestLap => "No completed lap to compare with",
        LapComparison.PreviousLap => "No lap before this one",
        LapComparison.Against => "No other run to compare with",
        _ => "Nothing to compare with (K chooses)",
    };
}
