namespace Analyzer.Rewards.Tracks;

/// <summary>The track that a run was driven on and a racing line on it, as far as they are known.</summary>
/// <param name="Track">The track as the run drove it; null where it is not known.</param>
/// <param name="RacingLine">A line on it that the user gave; null where they gave none.</param>
internal sealed record DrivenTrack(Track? Track, TrackLine? RacingLine)
{
    /// <summary>Nothing is known.</summary>
    public static DrivenTrack Unknown { get; } = new(null, null);
}
