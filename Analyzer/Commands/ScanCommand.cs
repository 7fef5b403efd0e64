using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sync;
using Spectre.Console;

namespace Analyzer.Commands;

/// <summary><c>analyzer scan</c>: reads the video's HUD once, keeps it, and writes the log's speed column.</summary>
public sealed class ScanCommand(Terminal terminal)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private readonly RunOptions run = new();
    private readonly Option<bool> rescan = new("--rescan")
    {
        Description = "Read the video again, and write the log's speed column again."
    };
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command("scan", "Read the video's HUD once, and write each step's real speed into the log.");
        run.AddTo(command, writesLog: true);
        command.Options.Add(rescan);
        command.Options.Add(json);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var opened = new RunOpener(terminal).Open(run.Read(line), line.GetValue(rescan), cancellation);
        var summary = ScanSummary.Of(opened);
        if (line.GetValue(json)) terminal.Output.WriteLine(JsonSerializer.Serialize(summary, Json));
        else foreach (var sentence in Sentences(opened, summary)) terminal.Output.WriteLine(sentence);
        return ExitCodes.Done;
    }

    private static IEnumerable<string> Sentences(OpenedRun run, ScanSummary summary)
    {
        yield return Invariant($"{summary.Frames} frames, {summary.Rows} rows of the log.");
        yield return Invariant($"Read: {summary.SpeedRead} speeds, {summary.ClockRead} clocks.");
        yield return Invariant(
            $"Locked to the log by the {summary.Sync}: {summary.FramesLocked} frames, {summary.SpeedConfirmed} confirmed by their speed.");
        yield return Invariant($"The video runs {run.Lock.MeanLagFrames:F1} frames behind the log.");
        yield return run.ReadNow is { } spent
            ? Invariant($"The readings took {spent.ScanTime.TotalSeconds:F1} s, decoding {spent.DecodeTime.TotalSeconds:F1} s of them,")
                + $" and are kept in {HudFile.PathFor(run.VideoPath)}."
            : $"The readings were kept in {HudFile.PathFor(run.VideoPath)}; the video was not read again.";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What <c>scan --json</c> prints.</summary>
/// <param name="Frames">Frames of the video.</param>
/// <param name="Rows">Rows of the log.</param>
/// <param name="SpeedRead">Frames whose speed could be read.</param>
/// <param name="ClockRead">Frames whose clock could be read.</param>
/// <param name="FramesLocked">Frames whose row is known from the clock.</param>
/// <param name="SpeedConfirmed">Frames whose HUD speed equals the row's displacement speed at two decimals.</param>
/// <param name="ScanSeconds">The pass over the video; 0 where the readings were kept from an earlier run.</param>
/// <param name="DecodeSeconds">The part of it that decoding took; likewise.</param>
/// <param name="Sync">What frames were locked by: clock, speed or time.</param>
public sealed record ScanSummary(
    int Frames, int Rows, int SpeedRead, int ClockRead, int FramesLocked, int SpeedConfirmed,
    double ScanSeconds, double DecodeSeconds, string Sync)
{
    /// <summary>Counts an opened run.</summary>
    public static ScanSummary Of(OpenedRun run)
    {
        var timeline = run.Evaluation.Timeline;
        return new ScanSummary(
            timeline.FrameCount,
            timeline.Trace.Rows.Length,
            timeline.Readings.Count(reading => reading.SpeedCentimetresPerSecond is not null),
            timeline.Readings.Count(reading => reading.ClockMilliseconds is not null),
            run.Lock.FramesLocked,
            run.Lock.SpeedConfirmed,
            run.ReadNow?.ScanTime.TotalSeconds ?? 0,
            run.ReadNow?.DecodeTime.TotalSeconds ?? 0,
            Word(timeline.Sync));
    }

    private static string Word(SyncMode sync) => sync switch
    {
        SyncMode.Clock => "clock",
        SyncMode.Speed => "speed",
        _ => "time",
    };
}
