using Analyzer.Rewards;

namespace Analyzer.Playback;

/// <summary>A run of which all is known.</summary>
/// <param name="stage">What to show it with.</param>
internal sealed class WholeRun(Stage stage) : IPlayedRun
{
    /// <inheritdoc/>
    public int? ReadingPercent => null;

    /// <inheritdoc/>
    public RewardState? Rewards => null;

    /// <inheritdoc/>
    public Stage StageAt(int frame, bool forFile) => stage;
}
