using System.Collections.Immutable;

namespace Analyzer.Sync;

/// <summary>The timeline that the locker found, and how sure it is.</summary>
/// <param name="Timeline">Frames and rows. On a <paramref name="Mismatch"/> it rests on time alone and means little.</param>
/// <param name="FramesLocked">Frames whose row is known from the HUD clock.</param>
/// <param name="SpeedConfirmed">Frames whose HUD speed equals their row's displacement speed at two decimals.</param>
/// <param name="MeanLagFrames">
/// How far the video runs behind the log: frame less row, averaged over the frames that show a row. In a copy at a higher rate, which
/// repeats pictures, repeated pictures count once.
/// </param>
/// <param name="Remarks">What a user should know of this lock: whole sentences, the weightiest first; empty when all is well.</param>
/// <param name="Mismatch">Why the log is not this video's, and what to do; null when it is, or when nothing speaks against it.</param>
internal sealed record LockResult(
    Timeline Timeline, int FramesLocked, int SpeedConfirmed, double MeanLagFrames, ImmutableArray<string> Remarks, string? Mismatch)
{
    /// <summary>
    /// Frames whose clock was read but is no row's, or not that of the row in the picture, although nearly all others' are: misread, as it
    /// seems. Never in a video whose clock lies between the rows'.
    /// </summary>
    public ImmutableArray<int> DoubtfulClocks { get; init; } = [];

    /// <summary>
    /// How many frames from the first on would keep their rows if the video went on: up to the last whose race clock is just its row's.
    /// </summary>
    public int SureFrames { get; init; }
}
