using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using CsvHelper;

namespace Analyzer.Tests.Sync;

/// <summary>
/// A real run out of <c>shared</c>, the folder beside the checkout: its log, its laps' times, and where there is a video, what each frame
/// shows. Tests that need it are skipped where the folder is missing.
/// </summary>
public sealed record RecordedRun(
    SimTrace Trace, IReadOnlyList<(long Start, long Elapsed)> LapTimes, ImmutableArray<HudReading> Readings, ImmutableArray<int?> TrueRows)
{
    public static RecordedRun JulyPro() => Load(
        "runs/july_pro/evaluation_job_logs/sim-trace", "runs/july_pro/evaluation_job_logs/metrics", "truth/july_pro.csv");

    public static RecordedRun Reinvent() => Load("runs/reinvent/sim-trace", "runs/reinvent/metrics", "truth/reinvent.csv");

    public static RecordedRun Console() => Load("logs/console/sim-trace", "logs/console/metrics", null);

    /// <summary>A continuous race's log, and a video that shows each of its rows once.</summary>
    public static RecordedRun DrfcContinuous()
    {
        var run = Load("logs/drfc-single-worker/evaluation-20220709200509", "logs/drfc-single-worker/metrics", null);
        return run with { TrueRows = [.. run.Trace.Rows.Select(row => (int?)row.Index)] };
    }

    public static RecordedRun Named(string name) => name switch
    {
        "july_pro" => JulyPro(),
        "reinvent" => Reinvent(),
        "console" => Console(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>What the HUD shows where a video has each row once.</summary>
    public ImmutableArray<HudReading> IdealReadings()
    {
        var clock = RowClock.Of(Trace, LapTimes);
        return [.. Trace.Rows.Select(row => new HudReading(row.ShownSpeed(), (int)clock.At(row.Index)))];
    }

    /// <summary>The video as a copy at twice the rate has it: each picture twice.</summary>
    public RecordedRun Twice() => this with
    {
        Readings = [.. Readings.SelectMany(reading => new[] { reading, reading })],
        TrueRows = [.. TrueRows.SelectMany(row => new[] { row, row })],
    };

    /// <summary>Locks readings to this run's log.</summary>
    public LockResult Lock(ImmutableArray<HudReading> readings, bool withMetrics = true, double framesPerSecond = 15) =>
        FrameLocker.Lock(Trace, withMetrics ? LapTimes : null, readings, framesPerSecond);

    private static RecordedRun Load(string log, string metrics, string? truth)
    {
        var (readings, rows) = truth is null ? ([], []) : ReadTruth(SharedFiles.Path(truth));
        var laps = EvaluationMetrics.Read(OnlyFile(metrics, "*.json")).Laps;
        return new RecordedRun(
            SimTraceReader.Read(OnlyFile(log, "*.csv")), [.. laps.Select(
                lap => (lap.StartMilliseconds, lap.ElapsedMilliseconds))], readings, rows);
    }

    private static string OnlyFile(string folder, string pattern) =>
        Directory.GetFiles(SharedFiles.Path(folder), pattern, SearchOption.AllDirectories).Single();

    private static (ImmutableArray<HudReading> Readings, ImmutableArray<int?> Rows) ReadTruth(string path)
    {
        using var records = CsvReader.FromFile(path);
        var readings = ImmutableArray.CreateBuilder<HudReading>();
        var rows = ImmutableArray.CreateBuilder<int?>();
        while (records.Read())
        {
            readings.Add(new HudReading((int)Math.Round(records["speed"].Parse<double>() * 100), records["clock_ms"].Parse<int>()));
            rows.Add(records["row"].Parse<int>() is >= 0 and var row ? row : null);
        }

        return (readings.ToImmutable(), rows.ToImmutable());
    }
}
