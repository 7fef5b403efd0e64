using Analyzer.Sessions.Components;

namespace Analyzer.Sessions;

/// <summary>Which run a command wants opened, and how.</summary>
/// <param name="Run">Which run.</param>
internal sealed record SessionRequest(RunSelection Run)
{
    /// <summary>Which rewards to evaluate over it.</summary>
    public RewardSelection Rewards { get; init; } = RewardSelection.Default;

    /// <summary>Where the lap to compare with is looked for: folders, archives, logs; null for none.</summary>
    public IReadOnlyList<string>? Against { get; init; }

    /// <summary>
    /// The words of a command line that choose the same run, whoever chose it this time, and the same sections of it, for those go by the
    /// track where that is given.
    /// </summary>
    /// <param name="opened">The run that was opened.</param>
    public IReadOnlyList<string> WordsFor(OpenedLog opened) =>
    [
        .. (Run with { Evaluation = opened.ChosenNumber ?? Run.Evaluation }).Words,
        .. Rewards.Track is { } track ? [RewardSelection.TrackOption, track] : Array.Empty<string>(),
    ];

    /// <summary>Whether the command shows sections, which a track cuts otherwise than the driven line does.</summary>
    public bool ShowsSections { get; init; }

    /// <summary>Whether only a run with a video will do.</summary>
    public bool NeedsVideo { get; init; } = true;

    /// <summary>
    /// Whether what is read of the video is kept for the next time, and put into the log. Without it the video is read even where readings
    /// were kept, and nothing is written.
    /// </summary>
    public bool KeepsReadings { get; init; } = true;

    /// <summary>The file that the command will write, which must be none of the run's own; null for none.</summary>
    public string? Output { get; init; }
}
