using System.CommandLine;
using System.Globalization;
using Analyzer.Commands.Measuring;
using Analyzer.Commands.Options;
using Analyzer.Platform;
using Spectre.Console;

namespace Analyzer.Commands;

/// <summary><c>analyzer benchmark</c>: how fast this program is on this machine with this run.</summary>
internal sealed class BenchmarkCommand(Terminal terminal, TimeProvider time, BenchmarkCounts counts)
{
    private readonly RunOptions run = new();
    private readonly JsonOption json = new();

    /// <summary>The command for the command line.</summary>
    public Command Build()
    {
        var command = new Command(
            "benchmark",
            "Measure decoding, drawing, playing, jumping and rendering; writes nothing into the model folder.");
        run.AddTo(command, writesLog: false);
        json.AddTo(command);
        command.SetAction((line, cancellation) => Task.FromResult(Run(line, cancellation)));
        return command;
    }

    private int Run(ParseResult line, CancellationToken cancellation)
    {
        var figures = new Benchmark(terminal, time, counts, cancellation).Run(run.Read(line));
        json.Print(line, terminal, figures, it => terminal.Output.Write(TableOf(it)));
        return ExitCodes.Done;
    }

    private static Table TableOf(BenchmarkFigures figures)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("What").AddColumn(new TableColumn("Measured").RightAligned()).AddColumn("Aim");
        void Row(string what, FormattableString measured, string aim)
            => table.AddRow(what, measured.ToString(CultureInfo.InvariantCulture), aim);
        Row("Frames of the video", $"{figures.Frames}", "");
        Row("Decoding alone", $"{figures.DecodeFps:F0} frames/s", "");
        Row("HUD scan time / decode time", $"{figures.ScanRatio:F2}", "at most 1.2");
        Row("Drawing a picture, median", $"{figures.OverlayMsMedian:F2} ms", "at most 2 ms at 1280x720");
        Row("Drawing a picture, p95", $"{figures.OverlayMsP95:F2} ms", "");
        if (figures.PlayFps is { } shown) Row("Frames shown a second of 100 asked for", $"{shown:F1}", "at least 99");
        else Row("Frames shown a second of 100 asked for", $"-", "no display here");
        if (figures.CompareFps is { } both) Row("The same in the compare view", $"{both:F1}", "at least 95");
        else Row("The same in the compare view", $"-", "no display here");
        Row("A jump to any frame, p95", $"{figures.JumpMsP95:F0} ms", "at most 40 ms");
        Row("The same while the HUD is being read", $"{figures.EarlyJumpMsP95:F0} ms", "at most 150 ms");
        Row("A step back, p95", $"{figures.StepBackMsP95:F1} ms", "at most 8 ms");
        Row("Rendering, times real time", $"{figures.RenderRealtime:F1}", "at least 16");
        Row("What limits it, a frame", $"{figures.RenderLimit}", Stages(figures));
        Row("Peak memory", $"{figures.PeakMemoryMB:F0} MB", "at most 400 MB while playing");
        if (figures.FirstPictureSeconds is { } first) Row("First picture, nothing read before", $"{first:F2} s", "at most 1.5 s");
        if (figures.RestartSeconds is { } again) Row("First picture, readings kept", $"{again:F2} s", "at most 1.0 s");
        return table;
    }

    /// <summary>The processor's time for each stage of a rendered frame; without the last one where the system does not tell it.</summary>
    internal static string Stages(BenchmarkFigures figures)
    {
        var culture = CultureInfo.InvariantCulture;
        var encode = figures.EncodeMs is { } milliseconds ? string.Create(culture, $", encode {milliseconds:F1}") : "";
        return string.Create(
            culture, $"decode {1000 / figures.DecodeFps:F1}, draw {figures.OverlayMsMedian:F1}{encode} ms of the processor");
    }
}
