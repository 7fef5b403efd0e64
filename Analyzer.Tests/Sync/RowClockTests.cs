using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

public sealed class RowClockTests
{
    [Fact]
    public void The_clock_is_the_earlier_laps_time_and_the_time_since_this_laps_start()
    {
        var trace = Some.Trace([At(0, 7_199), At(0, 7_265), At(1, 54_410), At(1, 54_486)]);

        var clock = RowClock.Of(trace, [(7_141, 47_137), (54_356, 44_123)]);

        Assert.Equal([58, 124, 47_191, 47_267], Enumerable.Range(0, 4).Select(clock.At));
    }

    [Fact]
    public void Without_metrics_a_lap_starts_60_ms_before_its_first_row_and_ends_with_its_last()
    {
        var trace = Some.Trace([At(0, 7_000), At(0, 7_066), At(1, 7_200), At(1, 7_266)]);

        var clock = RowClock.Of(trace, null);

        Assert.Equal([60, 126, 186, 252], Enumerable.Range(0, 4).Select(clock.At));
    }

    [Fact]
    public void A_lap_of_a_continuous_race_starts_where_the_one_before_ends()
    {
        var trace = Some.Trace([At(0, 7_000), At(0, 7_066), At(1, 7_137), At(1, 7_203)]);

        var clock = RowClock.Of(trace, null);

        Assert.Equal([60, 126, 197, 263], Enumerable.Range(0, 4).Select(clock.At));
    }

    [Fact]
    public void A_lap_without_metrics_after_laps_with_metrics_is_estimated()
    {
        var trace = Some.Trace([At(0, 7_199), At(0, 7_265), At(1, 54_410), At(1, 54_486)]);

        var clock = RowClock.Of(trace, [(7_141, 47_137)]);

        Assert.Equal([58, 124, 47_197, 47_273], Enumerable.Range(0, 4).Select(clock.At));
    }

    [Theory]
    [InlineData(57, -1)]
    [InlineData(58, 0)]
    [InlineData(123, 0)]
    [InlineData(124, 1)]
    [InlineData(999_999, 3)]
    public void The_row_at_a_time_is_the_last_one_at_or_before_it(long milliseconds, int row)
    {
        var clock = RowClock.Of(Some.Trace([At(0, 7_199), At(0, 7_265), At(0, 7_333), At(0, 7_400)]), [(7_141, 47_137)]);

        Assert.Equal(row, clock.LastRowAtOrBefore(milliseconds));
    }

    private static SimTraceRow At(int episode, long milliseconds) => Some.Row(episode: episode, timestampMilliseconds: milliseconds);
}
