
namespace Analyzer.Sync;

/// <summary>A candidate lock: a row for every frame, and what it rests on.</summary>
/// <param name="Rows">By frame; -1 before the log's first row, its number of rows after its last. Never going backwards.</param>
/// <param name="FramesLocked">Frames whose row is known from the clock.</param>
/// <param name="Sync">What the path rests on.</param>
internal sealed record SyncPath(int[] Rows, int FramesLocked, SyncMode Sync)
{
    /// <summary>Whether the log's clock is not the one in the picture, but near it.</summary>
    public bool IsWallClock { get; init; }
}
