using Analyzer.Hud;

namespace Analyzer.Tests.Hud;

/// <summary>How readings compare with what the video shows: the speeds and clocks that are wrong, and those that are missing.</summary>
internal readonly record struct HudScore(int Values, int Wrong, int Empty)
{
    /// <summary>The score of a copy that begins at one of the run's frames and shows each so many times.</summary>
    public static HudScore Of(IReadOnlyList<HudReading> readings, string run, int framesEach, int firstFrame)
    {
        var truth = HudVideo.Truth(run);
        var pairs = readings
            .Select((reading, i) => (Read: reading, True: truth[Math.Min(firstFrame + (i / framesEach), truth.Count - 1)]))
            .SelectMany(pair => new[]
            {
                (Read: pair.Read.SpeedCentimetresPerSecond, True: pair.True.SpeedCentimetresPerSecond),
                (Read: pair.Read.ClockMilliseconds, True: pair.True.ClockMilliseconds),
            })
            .ToList();
        return new HudScore(
            pairs.Count,
            pairs.Count(pair => pair.Read is not null && pair.Read != pair.True),
            pairs.Count(pair => pair.Read is null));
    }
}
