using System.Collections.Immutable;
using System.Text.Json;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Sync;
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
        return [.. Trace.Rows.Select(row => new HudReading(Some.Centimetres(row), (int)clock.At(row.Index)))];
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
        var shared = Shared();
        var path = Directory.GetFiles(Path.Combine(shared, log), "*.csv", SearchOption.AllDirectories).Single();
        var (readings, rows) = truth is null ? ([], []) : ReadTruth(Path.Combine(shared, truth));
        return new RecordedRun(ReadLog(path), ReadMetrics(Path.Combine(shared, metrics)), readings, rows);
    }

    private static string Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "DESIGN.md"))) return shared;
        }

        Assert.Skip("There is no folder 'shared' beside the checkout.");
        return "";
    }

    private static SimTrace ReadLog(string path)
    {
        using var records = CsvReader.FromFile(path);
        var steps = new List<Some.Step>();
        while (records.Read())
        {
            steps.Add(new Some.Step(
                records["episode"].Parse<int>(), (int)records["steps"].Parse<double>(), records["X"].Parse<double>(), records["Y"].Parse<double>(),
                (long)Math.Round(records["tstamp"].Parse<double>() * 1000)));
        }

        return Some.Trace(steps);
    }

    private static List<(long Start, long Elapsed)> ReadMetrics(string folder)
    {
        var file = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Single();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. json.RootElement.GetProperty("metrics").EnumerateArray().Select(lap =>
            (lap.GetProperty("start_time").GetInt64(), lap.GetProperty("elapsed_time_in_milliseconds").GetInt64()))];
    }

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
