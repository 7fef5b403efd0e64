namespace Analyzer.Laps;

/// <summary>What a lap is compared with.</summary>
internal enum LapComparison
{
    /// <summary>The best lap of the same run.</summary>
    BestLap,

    /// <summary>The lap driven before it, whether that was completed or not.</summary>
    PreviousLap,

    /// <summary>The best lap of another run.</summary>
    Against,

    /// <summary>Nothing.</summary>
    Nothing,
}
