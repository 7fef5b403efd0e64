using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sync;

/// <summary>A run: its log, its laps' times, and where there is a video, what each frame shows.</summary>
internal sealed record RecordedRun(
    SimTrace Trace, IReadOnlyList<(long Start, long Elapsed)> LapTimes, ImmutableArray<HudReading> Readings, ImmutableArray<int?> TrueRows)
{
    /// <summary>The bundled sample.</summary>
    public static RecordedRun Sample() => Load(SampleRun.LogIn(SampleRun.Bundled), SampleRun.MetricsIn(SampleRun.Bundled), SampleRun.Truth);

    /// <summary>The sample's earlier evaluation, which has no video.</summary>
    public static RecordedRun Earlier() => Load(SampleRun.LogIn(SampleRun.Earlier), SampleRun.MetricsIn(SampleRun.Earlier), null);

    /// <summary>One out of <see cref="SharedFiles"/>.</summary>
    public static RecordedRun Shared(string name) => name switch
    {
        "july_pro" => LoadShared(
            "runs/july_pro/evaluation_job_logs/sim-trace", "runs/july_pro/evaluation_job_logs/metrics", "truth/july_pro.csv"),
        "reinvent" => LoadShared("runs/reinvent/sim-trace", "runs/reinvent/metrics", "truth/reinvent.csv"),
        "console" => LoadShared("logs/console/sim-trace", "logs/console/metrics", null),
        "continuous" => LoadShared("logs/drfc-single-worker/evaluation-20220709200509", "logs/drfc-single-worker/metrics", null),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>With a video that shows each row once.</summary>
    public RecordedRun FilmedOnce() => this with { Readings = IdealReadings(), TrueRows = [.. Trace.Rows.Select(row => (int?)row.Index)] };

    /// <summary>As if each of its steps had taken as long as a frame of the video.</summary>
    public RecordedRun WithEvenSteps() => this with
    {
        Trace = Some.Trace(Trace.Rows.Select(row => row with { TimestampMilliseconds = row.Index * 200 / 3 })),
    };

    /// <summary>The video as a copy at twice the rate has it: each picture twice.</summary>
    public RecordedRun Twice() => this with
    {
        Readings = [.. Readings.SelectMany(reading => new[] { reading, reading })],
        TrueRows = [.. TrueRows.SelectMany(row => new[] { row, row })],
    };

    /// <summary>Locks readings to this run's log.</summary>
    public LockResult Lock(ImmutableArray<HudReading> readings, bool withMetrics = true, double framesPerSecond = 15) =>
        FrameLocker.Lock(Trace, withMetrics ? LapTimes : null, readings, framesPerSecond);

    private static RecordedRun LoadShared(string log, string metrics, string? truth) => Load(
        OnlyFile(log, "*.csv"), OnlyFile(metrics, "*.json"), truth is null ? null : SampleRun.ReadTruth(SharedFiles.Path(truth)));

    private static RecordedRun Load(string log, string metrics, HudFile? truth)
    {
        var laps = EvaluationMetrics.Read(metrics).Laps;
        return new RecordedRun(
            SimTraceReader.Read(log),
            [.. laps.Select(lap => (lap.StartMilliseconds, lap.ElapsedMilliseconds))],
            truth?.Readings ?? [],
            truth?.Rows ?? []);
    }

    private static string OnlyFile(string folder, string pattern) =>
        Directory.GetFiles(SharedFiles.Path(folder), pattern, SearchOption.AllDirectories).Single();

    private ImmutableArray<HudReading> IdealReadings()
    {
        var clock = RowClock.Of(Trace, LapTimes);
        return [.. Trace.Rows.Select(row => new HudReading(row.ShownSpeed(), (int)clock.At(row.Index)))];
    }
}
