using Analyzer.Laps;
using Analyzer.Logs;

namespace Analyzer.Tests.Laps;

/// <summary>What holds for the laps of every run.</summary>
internal static class DeltaChecks
{
    private const double Tolerance = 1e-6;

    /// <summary>A run's laps against its own best, or another's.</summary>
    public static LapComparisons Compare(RunFiles run, RunFiles? against = null)
    {
        var best = against is null ? null : TimesOf(against);
        return new LapComparisons(TimesOf(run), best is null ? null : new ReferenceLap(best, best.Best!));
    }

    /// <summary>Lap times and deltas are those that <see cref="LogText"/> computes.</summary>
    public static void AssertAsComputedFromText(RunFiles run, RunFiles? against = null)
    {
        var text = new LogText(run);
        var best = against is null ? text.Best : new LogText(against).Best;

        var laps = Compare(run, against);

        var rows = laps.Times.Trace.Rows;
        Assert.All(rows.Zip(text.LapSeconds), pair => Assert.Equal(pair.Second, laps.Times.SecondsAt(pair.First.Index), Tolerance));
        Assert.Equal(rows.Length, text.LapSeconds.Count());
        Assert.All(rows.Zip(text.DeltasTo(best)), pair =>
            Assert.Equal(pair.Second ?? double.NaN, laps.Deltas(laps.First)[pair.First.Index], Tolerance));
    }

    /// <summary>The best lap against itself is 0 wherever it moves on.</summary>
    public static void AssertBestAgainstItself(RunFiles run)
    {
        var laps = Compare(run);
        var (times, best) = (laps.Times, laps.Times.Best!);

        Assert.All(Enumerable.Range(best.FirstRow, best.RowCount), row =>
        {
            if (row == best.FirstRow || times.ProgressAt(row) > times.ProgressAt(row - 1))
                Assert.Equal(0, laps.Deltas(LapComparison.BestLap)[row], Tolerance);
        });
    }

    /// <summary>At a lap's end the delta is the difference of the lap times, and these are the sums of their sectors.</summary>
    public static void AssertEndsAndSectors(RunFiles run)
    {
        var laps = Compare(run);
        var (times, best) = (laps.Times, laps.Times.Best!);

        Assert.All(times.Trace.Laps.Where(times.IsCompleted), lap =>
        {
            var delta = laps.Deltas(LapComparison.BestLap)[lap.LastRow];
            Assert.Equal(times.SecondsOf(lap) - times.SecondsOf(best), delta, Tolerance);
            Assert.Equal(
                times.SecondsOf(lap),
                Enumerable.Range(1, Sectors.Count).Sum(sector => Sectors.Seconds(times, lap, sector)),
                Tolerance);
        });
    }

    private static LapTimes TimesOf(RunFiles run) => new(OfficialTimes.Of(
        SimTraceReader.Read(run.Log), run.Metrics is { } path ? EvaluationMetrics.Read(path) : null, timeline: null));
}
