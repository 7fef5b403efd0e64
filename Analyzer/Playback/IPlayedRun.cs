using Analyzer.Platform;
using Analyzer.Rewards;

namespace Analyzer.Playback;

/// <summary>A run that is played, perhaps while its video is still being read.</summary>
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
    RunView ViewAt(int frame, bool forFile);
}

/// <summary>A run of which all is known.</summary>
/// <param name="view">What to show it with.</param>
internal sealed class WholeRun(RunView view) : IPlayedRun
{
    /// <inheritdoc/>
    public int? ReadingPercent => null;

    /// <inheritdoc/>
    public RewardState? Rewards => null;

    /// <inheritdoc/>
    public RunView ViewAt(int frame, bool forFile) => view;
}
