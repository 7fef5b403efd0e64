using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs.Discovery;

/// <summary>An evaluation, league submission or training among the files given; its log is read when it is asked for.</summary>
internal sealed class FoundRun
{
    private readonly Lazy<SimTrace?> trace;

    /// <summary>Takes the files of one log.</summary>
    /// <param name="logs">One file; the iterations of a training, or files of a lap each.</param>
    /// <param name="name">Its first file's name, as seen from what the user gave.</param>
    /// <param name="kind">Of which kind it is.</param>
    public FoundRun(ImmutableArray<string> logs, string name, RunKind kind)
    {
        (Logs, Name, OwnName, Kind) = (logs, name, name, kind);
        trace = new Lazy<SimTrace?>(() =>
        {
            try
            {
                return SimTraceReader.Read(Logs);
            }
            catch (RunException error)
            {
                Fault = Logs.Select(WithoutHeader).FirstOrDefault(missing => missing is not null) ?? error;
                return null;
            }
        });
    }

    /// <summary>The same run as another kind, its log read but once.</summary>
    /// <param name="run">The run.</param>
    /// <param name="kind">Of which kind it is.</param>
    public FoundRun(FoundRun run, RunKind kind)
    {
        (Logs, Name, OwnName, Kind) = (run.Logs, run.Name, run.OwnName, kind);
        trace = new Lazy<SimTrace?>(() =>
        {
            var read = run.Trace;
            Fault = run.Fault;
            return read;
        });
    }

    /// <summary>The files.</summary>
    public ImmutableArray<string> Logs { get; }

    /// <summary>The first file's name, as seen from what the user gave.</summary>
    public string Name { get; }

    /// <summary>What is left of the name without the folders that hold other runs in folders beside it: their names tell nothing.</summary>
    public string OwnName { get; set; }

    /// <summary>Of which kind it is.</summary>
    public RunKind Kind { get; }

    /// <summary>From 1; evaluations first, oldest first.</summary>
    public int Number { get; set; }

    /// <summary>The simulator's log of the same job, whose head tells more; null where there is none.</summary>
    public string? SimulatorLog { get; set; }

    /// <summary>The job's name; null where the names do not tell.</summary>
    public string? Job => PathNames.Job(OwnName);

    /// <summary>What tells it from the others: the folder in its path that names its job, else its path.</summary>
    public string Title => IsNamesake ? Name : Stamped ?? Name;

    /// <summary>Whether the folder in its path that names its job has another run's name too, as one download in two folders has.</summary>
    public bool IsNamesake { get; private set; }

    /// <summary>The log; null where it can't be read.</summary>
    public SimTrace? Trace => trace.Value;

    /// <summary>Why the log can't be read; null before it is asked for, and where it can be.</summary>
    public RunException? Fault { get; private set; }

    /// <summary>When it was driven, UTC: by its name, else by the log's wall clock; null where neither tells.</summary>
    public DateTime? When => PathNames.Time(OwnName) ?? WallClock() ?? PathNames.Time(Name);

    /// <summary>What the head of the simulator's log says; null where there is none.</summary>
    public TraceHead? Head => SimulatorLog is null ? null
        : TraceHead.Of(TraceText.HeadOf(InputFile.ReadStart(SimulatorLog, SourceKinds.LongestHead)));

    /// <summary>In a few words: <c>evaluation of 2022-06-12 08:25, 3 laps</c>.</summary>
    public string Description
    {
        get
        {
            var when = When is { } time ? time.ToString(" 'of' yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : $" {Title}";
            var laps = Trace is { Laps.Length: var count }
                ? string.Create(CultureInfo.InvariantCulture, $", {count} lap{(count == 1 ? "" : "s")}")
                : "";
            return $"{Kind.ToString().ToLowerInvariant()}{when}{laps}";
        }
    }

    private string? Stamped => OwnName.Split('/', '!').LastOrDefault(part => PathNames.TimeStamp(part).Length > 0);

    /// <summary>Finds out which of all runs there are have the same names.</summary>
    public static void TellApart(IEnumerable<FoundRun> runs)
    {
        foreach (var run in runs.GroupBy(run => run.Stamped).Where(same => same.Count() > 1).SelectMany(same => same).ToList())
            run.IsNamesake = true;
    }

    /// <summary>The same run with its log not read yet: what has been read stays in memory.</summary>
    public FoundRun Unread() => new(Logs, Name, Kind) { Number = Number };

    private static RunException? WithoutHeader(string log) =>
        TableHead.Of(InputFile.ReadStart(log, SourceKinds.HeaderBytes)).MissingHeader is { } header
            ? new RunException($"{log}: the header is missing; put this line before the first step: {header}")
            : null;

    private DateTime? WallClock()
    {
        // Times since 1970 of 2001 and later: simulated time never comes near.
        const double Earliest = 1e9;
        const double Latest = 1e11;
        if (Trace is not { } log) return null;
        var column = log.Columns.IndexOf("wall_clock");
        var seconds = column >= 0 && double.TryParse(log.Cell(0, column), CultureInfo.InvariantCulture, out var wall)
            ? wall
            : log.Rows[0].TimestampMilliseconds / 1000.0;
        return seconds is > Earliest and < Latest ? DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds)) : null;
    }
}
