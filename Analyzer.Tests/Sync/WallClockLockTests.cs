using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

/// <summary>Logs whose time is not the simulator's: those up to January 2021, and those of which a row is wrong.</summary>
public sealed class WallClockLockTests
{
    private static readonly ImmutableArray<HudReading> Readings = SampleRun.Readings;

    public enum Noise
    {
        /// <summary>Each row's time is off by itself.</summary>
        OfEachRow,

        /// <summary>Each step is off, and so the times drift apart.</summary>
        OfEachStep,
    }

    [Theory]
    [InlineData(Noise.OfEachRow, 2, 1.0)]
    [InlineData(Noise.OfEachRow, 5, 1.0)]
    [InlineData(Noise.OfEachRow, 10, 1.0)]
    [InlineData(Noise.OfEachStep, 2, 1.0)]
    [InlineData(Noise.OfEachStep, 5, 1.0)]
    [InlineData(Noise.OfEachStep, 10, 1.0)]
    [InlineData(Noise.OfEachStep, 10, 0.98)]
    [InlineData(Noise.OfEachRow, 10, 1.02)]
    public void A_true_log_is_locked_by_the_nearest_clock_and_the_way(Noise noise, double milliseconds, double rate)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var trace = WithWallClock(SampleRun.Trace, noise, milliseconds, rate, seed);

            var result = FrameLocker.Lock(trace, null, Readings, 15);

            Assert.Null(result.Mismatch);
            Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
            Assert.Contains("The log's clock is not the simulator's", string.Join('\n', result.Remarks), StringComparison.Ordinal);
            var wrong = result.WrongFrames(SampleRun.Rows);
            Assert.True(wrong.Length <= 0.02 * Readings.Length, $"seed {seed}: {wrong.Length} wrong, first {wrong.FirstOrDefault()}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(10)]
    public void Another_run_s_log_is_refused_whatever_its_clock(double milliseconds)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var stranger = WithWallClock(SimTraceReader.Read(SampleRun.LogIn(SampleRun.Earlier)), Noise.OfEachStep, milliseconds, 1, seed);

            Assert.NotNull(FrameLocker.Lock(stranger, null, Readings, 15).Mismatch);
        }
    }

    [Theory]
    [InlineData("one step back", 100, -1_000)]
    [InlineData("the first row far ahead", 0, 1_000_000)]
    [InlineData("a leap ahead", 200, 5_000)]
    [InlineData("the last row back", 763, -3_000)]
    public void A_row_whose_time_is_wrong_takes_no_other_with_it(string what, int row, int milliseconds)
    {
        var sample = SampleRun.Trace;
        var trace = Retimed(sample, [.. sample.Rows.Select(it => it.TimestampMilliseconds + (it.Index == row ? milliseconds : 0))]);

        var result = FrameLocker.Lock(trace, null, Readings, 15);

        Assert.Equal(SyncMode.Clock, result.Timeline.Sync);
        Assert.All(
            result.WrongFrames(SampleRun.Rows),
            frame => Assert.True(Math.Abs((SampleRun.Rows[frame] ?? 0) - row) <= 1, $"{what}: frame {frame}"));
    }

    private static SimTrace WithWallClock(SimTrace trace, Noise noise, double milliseconds, double rate, int seed)
    {
        const double SecondsSince1970 = 1_555_730_996;
        var random = new Random(seed);
        var (times, drift) = (new long[trace.Rows.Length], 0.0);
        foreach (var row in trace.Rows)
        {
            var error = Normal(random) * milliseconds;
            drift += noise == Noise.OfEachStep ? error : 0;
            var time = row.TimestampMilliseconds * rate;
            times[row.Index] = (long)((SecondsSince1970 * 1000) + time + (noise == Noise.OfEachStep ? drift : error));
        }

        return Retimed(trace, times);
    }

    private static SimTrace Retimed(SimTrace trace, long[] times) => Some.Trace(trace.Rows.Select(row =>
    {
        var before = row.Index == 0 ? row : trace.Rows[row.Index - 1];
        var seconds = (times[row.Index] - times[before.Index]) / 1000.0;
        var speed = double.Hypot(row.X - before.X, row.Y - before.Y) / seconds;
        return row with
        {
            TimestampMilliseconds = times[row.Index],
            DisplacementSpeedMetresPerSecond = seconds > 0 ? speed : 0,
        };
    }));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
