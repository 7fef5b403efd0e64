using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

public class ReadingFilterTests
{
    private const int Count = 60;

    /// <summary>Row k at k x 66 ms; the car gains 0.03 m/s a step, so every row has a speed of its own.</summary>
    private static readonly SimTrace Trace = Support.Some.Trace(Enumerable.Range(0, Count).Select(row => Support.Some.Row(
        steps: row + 1, timestampMilliseconds: row * 66L, displacementSpeedMetresPerSecond: SpeedOf(row) / 100.0)));

    [Fact]
    public void What_fits_stays_as_it_was_read() => Assert.Equal(Shown(), Drop(Shown(), NoneFaint()));

    [Fact]
    public void A_clock_that_is_no_rows_is_emptied()
    {
        var readings = Shown();
        readings[20] = readings[20] with { ClockMilliseconds = (20 * 66) + 6 };

        Assert.Null(Drop(readings, NoneFaint())[20].ClockMilliseconds);
    }

    [Fact]
    public void A_clock_that_names_the_next_row_while_the_speed_names_this_one_is_emptied()
    {
        var readings = Shown();
        readings[20] = readings[20] with { ClockMilliseconds = 21 * 66 };

        Assert.Null(Drop(readings, NoneFaint())[20].ClockMilliseconds);
    }

    [Fact]
    public void A_clear_speed_that_is_in_no_row_stays()
    {
        var readings = Shown();
        readings[20] = readings[20] with { SpeedCentimetresPerSecond = 1 };

        Assert.Equal(1, Drop(readings, NoneFaint())[20].SpeedCentimetresPerSecond);
    }

    [Fact]
    public void A_faint_speed_that_is_not_its_rows_is_emptied_and_one_that_is_stays()
    {
        var readings = Shown();
        readings[20] = readings[20] with { SpeedCentimetresPerSecond = 1 };
        var ambiguous = NoneFaint().SetItem(20, true).SetItem(21, true);

        var left = Drop(readings, ambiguous);

        Assert.Null(left[20].SpeedCentimetresPerSecond);
        Assert.Equal(SpeedOf(21), left[21].SpeedCentimetresPerSecond);
    }

    [Fact]
    public void In_a_video_whose_clock_lies_between_the_rows_no_clock_is_in_doubt()
    {
        var readings = Shown().Select(reading => reading with { ClockMilliseconds = reading.ClockMilliseconds + 20 }).ToArray();

        Assert.Equal(readings, Drop(readings, NoneFaint()));
    }

    private static int SpeedOf(int row) => 100 + (3 * row);

    private static HudReading[] Shown() =>
        [.. Enumerable.Range(0, Count).Select(row => new HudReading(SpeedOf(row), row * 66))];

    private static ImmutableArray<bool> NoneFaint() => [.. new bool[Count]];

    private static ImmutableArray<HudReading> Drop(HudReading[] readings, ImmutableArray<bool> ambiguous) =>
        ReadingFilter.Drop(FrameLocker.Lock(Trace, [(0, Count * 66)], [.. readings], 15), ambiguous);
}
