using Analyzer.Platform;
using Analyzer.Rewards;

namespace Analyzer.Playback;

/// <summary>A run that is played, of which more may become known meanwhile.</summary>
internal interface IPlayedRun
{
    /// <summary>How much of its video's HUD has been read, percent; null where all of it has been.</summary>
    int? ReadingPercent { get; }

    /// <summary>Its rewards as they are now; null where they stay what they were.</summary>
    RewardState? Rewards { get; }

    /// <summary>What to show it with from now on; what was given before is not to be used any more.</summary>
    /// <param name="frame">The frame that is shown.</param>
    /// <param name="forFile">Whether the picture goes into a file, which must not lack what will be known in a moment.</param>
    /// <exception cref="RunException">It has turned out that the run can't be analysed.</exception>
    Stage StageAt(int frame, bool forFile);
}

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
