using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Analyzer.Tests.Sync;

/// <summary>A log and a video of it, made up from a seed: what the video shows is known.</summary>
/// <param name="Seed">Of all that is random in it.</param>
/// <param name="Laps">Laps in the log.</param>
/// <param name="IsContinuous">Whether laps follow each other without a gap.</param>
/// <param name="FramesPerRow">1 at 15 fps, 2 at 30 fps.</param>
/// <param name="DropPercent">Pictures that the video lacks.</param>
/// <param name="RepeatPercent">Pictures that it shows once more.</param>
/// <param name="UnreadPercent">Clocks that could not be read.</param>
/// <param name="WrongPercent">Clocks with one digit misread.</param>
public sealed record MadeUpRun(
    int Seed, int Laps, bool IsContinuous, int FramesPerRow, int DropPercent, int RepeatPercent, int UnreadPercent, int WrongPercent)
{
    private const int MidstepPercent = 8;
    private const int LeadFrames = 4;

    /// <summary>Runs for property tests.</summary>
    public static Arbitrary<MadeUpRun> Any() => (
        from seed in Gen.Choose(0, int.MaxValue)
        from laps in Gen.Choose(1, 4)
        from isContinuous in Gen.Elements(false, true)
        from framesPerRow in Gen.Elements(1, 1, 2)
        from drops in Gen.Elements(0, 1, 10)
        from repeats in Gen.Elements(0, 1, 10)
        from unread in Gen.Elements(0, 5, 50)
        from wrong in Gen.Elements(0, 1, 5)
        select new MadeUpRun(seed, laps, isContinuous, framesPerRow, drops, repeats, unread, wrong)).ToArbitrary();

    /// <summary>Makes the log and its video.</summary>
    internal Made Make()
    {
        var random = new Random(Seed);
        var (rows, lapTimes) = Drive(random);
        var trace = Some.Trace(rows);
        return new Made(trace, lapTimes, [.. Film(random, trace, lapTimes)], 15.0 * FramesPerRow);
    }

    private (List<SimTraceRow> Rows, List<(long Start, long Elapsed)> LapTimes) Drive(Random random)
    {
        var log = new List<SimTraceRow>();
        var lapTimes = new List<(long, long)>();
        long time = 7_000 + random.Next(500);
        var speed = 0.0;
        for (var lap = 0; lap < Laps; lap++)
        {
            var start = lap > 0 && IsContinuous ? time : time + random.Next(65, 80);
            var rows = random.Next(60, 200);
            var pause = random.Next(10, 40);
            for (var row = 0; row < rows; row++)
            {
                var milliseconds = row > 0 || (lap > 0 && IsContinuous) ? random.Next(50, 83) : (int)(start - time) + random.Next(50, 75);
                time += milliseconds;
                speed = Math.Abs(speed + (random.NextDouble() * 0.6) - 0.3);
                var shown = log.Count == 0 || (row >= pause && row < pause + 15) ? 0 : speed;
                log.Add(Some.Row(episode: lap, timestampMilliseconds: time, displacementSpeedMetresPerSecond: shown));
            }

            lapTimes.Add((start, time - start + (IsContinuous ? 0 : random.Next(8))));
        }

        return (log, lapTimes);
    }

    private IEnumerable<Frame> Film(Random random, SimTrace trace, List<(long Start, long Elapsed)> lapTimes)
    {
        foreach (var _ in Enumerable.Range(0, LeadFrames * FramesPerRow)) yield return new Frame(new HudReading(0, 0), null, Clock: 0);
        foreach (var row in trace.Rows)
        {
            var lap = trace.LapOf(row.Index);
            var shown = row.Index == lap.LastRow && !IsContinuous ? 2 : 1;
            if (Happens(DropPercent)) shown--;
            if (Happens(RepeatPercent)) shown++;
            var clock = lapTimes.Take(lap.Number - 1).Sum(time => time.Elapsed) + row.TimestampMilliseconds
                - lapTimes[lap.Number - 1].Start;
            var speed = row.ShownSpeed() + (Happens(MidstepPercent) ? random.Next(1, 30) : 0);
            for (var i = 0; i < shown * FramesPerRow; i++)
            {
                int? read = Happens(UnreadPercent) ? null : Happens(WrongPercent) ? Misread((int)clock) : (int)clock;
                yield return new Frame(new HudReading(speed, read), row.Index, (int)clock);
            }
        }

        bool Happens(int percent) => random.Next(100) < percent;

        int Misread(int clock)
        {
            var place = (int)Math.Pow(10, random.Next(5));
            var digit = clock / place % 10;
            return clock + ((((digit + random.Next(1, 10)) % 10) - digit) * place);
        }
    }

    /// <summary>What a frame's HUD was read as, the row it shows, and what its clock says.</summary>
    internal readonly record struct Frame(HudReading Reading, int? Row, int Clock)
    {
        public bool IsRight => Reading.ClockMilliseconds == Clock;

        public bool IsMisread => Reading.ClockMilliseconds is not null && !IsRight;
    }

    /// <summary>A log, its laps' times and its video.</summary>
    internal sealed record Made(
        SimTrace Trace, IReadOnlyList<(long Start, long Elapsed)> LapTimes, ImmutableArray<Frame> Frames, double FramesPerSecond)
    {
        /// <summary>Locks the video, or a part of it.</summary>
        public LockResult Lock(Range part, bool withMetrics, bool withClocks)
        {
            var readings = Frames[part].Select(frame => withClocks ? frame.Reading : frame.Reading with { ClockMilliseconds = null });
            return FrameLocker.Lock(Trace, withMetrics ? LapTimes : null, [.. readings], FramesPerSecond);
        }
    }
}
