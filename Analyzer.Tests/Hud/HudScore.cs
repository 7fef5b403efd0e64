using System.Collections.Immutable;
using Analyzer.Hud;

namespace Analyzer.Tests.Hud;

/// <summary>How readings compare with what the video shows: the speeds and clocks that are wrong, and those that are missing.</summary>
internal readonly record struct HudScore(int Values, int Wrong, int Empty)
{
    public static HudScore Of(ImmutableArray<HudReading> readings, ImmutableArray<HudReading> truth)
    {
        Assert.Equal(truth.Length, readings.Length);
        var pairs = readings.Zip(truth)
            .SelectMany(pair => new[]
            {
                (Read: pair.First.SpeedCentimetresPerSecond, True: pair.Second.SpeedCentimetresPerSecond),
                (Read: pair.First.ClockMilliseconds, True: pair.Second.ClockMilliseconds),
            })
            .ToList();
        return new HudScore(
            pairs.Count,
            pairs.Count(pair => pair.Read is not null && pair.Read != pair.True),
            pairs.Count(pair => pair.Read is null));
    }
}
