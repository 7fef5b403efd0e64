namespace Analyzer.Sync;

/// <summary>A hint from a frame's HUD at its row of the log, with a weight.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Row">The row; -1 before the log's first.</param>
/// <param name="Weight">How much speaks for it: see <see cref="ByClock"/>; for a speed, the number of neighbours that agree.</param>
internal readonly record struct Anchor(int Frame, int Row, int Weight)
{
    /// <summary>The least weight of a clock that names a row: more than any number of speeds in one window.</summary>
    public const int ByClock = 10_000;
}
