using System.Globalization;
using Analyzer.Logs.Discovery;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Simulators' logs in several files: copies, and the pages of an export.</summary>
public sealed class TextLogsTests : LibraryStage
{
    // Two laps of 20 steps.
    private static readonly string[] Lines = [.. Enumerable.Range(0, 40).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"SIM_TRACE_LOG:{row / 20},{(row % 20) + 1},1.5,-2.5,90.0,10.0,3.0,14,1.0,{(row % 20 == 19 ? "True" : "False")},True," +
            $"{row % 20 * 5},7,57.5,{7 + (row * 0.066):0.000},in_progress,0.0"))];

    [Theory]
    [InlineData("within a lap", 15, 30)]
    [InlineData("between two laps", 20, 40)]
    [InlineData("within a lap's first steps", 2, 22)]
    public void Pieces_of_a_log_are_one_run_whatever_their_names_and_it_is_said(string where, int first, int second)
    {
        Assert.NotEmpty(where);
        var pieces = new List<string> { Write("c.jsonl", Lines[..first]), Write("b.txt", Lines[first..second]) };
        if (second < Lines.Length) pieces.Add(Write("a.log", Lines[second..]));

        var library = new RunLibrary([Folder.Root]);

        var run = Assert.Single(library.Runs);
        Assert.Equal(pieces, run.Logs);
        Assert.Equal([(0, 19), (20, 39)], run.Trace!.Laps.Select(lap => (lap.FirstRow, lap.LastRow)));
        Assert.Empty(run.Trace.Remarks);
        var names = string.Join(", ", pieces.Select(Path.GetFileName));
        Assert.Equal([$"{names} are read as one log: each goes on where the last ends."], library.Remarks);
    }

    [Fact]
    public void A_copy_is_left_out_with_a_word_whatever_its_form()
    {
        var log = Write("x.log", Lines);
        var copies = new[] { Write("x (1).log", Lines), Write("events.jsonl", Lines.Select(line => $"{{\"message\":\"{line}\"}}")) };

        var library = new RunLibrary([Folder.Root]);

        Assert.Equal([log], Assert.Single(library.Runs).Logs);
        Assert.Equal(copies.Select(path => $"{path}: left out, it is a copy of x.log."), library.Remarks);
    }

    [Fact]
    public void Logs_of_two_drives_are_two_runs()
    {
        Write("x.log", Lines);
        Write("y.log", Lines.Select(line => line.Replace("1.5,-2.5", "1.5,-2.4", StringComparison.Ordinal)));

        Assert.Equal(2, new RunLibrary([Folder.Root]).Runs.Length);
    }

    [Theory]
    [InlineData("robomaker.log.1")]
    [InlineData("0-iteration")]
    public void One_without_an_ending_or_with_a_number_for_one_is_found(string name)
    {
        var path = Write(name, Lines);
        Folder.Write("checkpoint", [0, 1, 2]);

        Assert.Equal([path], Assert.Single(new RunLibrary([Folder.Root]).Runs).Logs);
    }

    private string Write(string name, IEnumerable<string> lines) => Folder.Write(name, string.Concat(lines.Select(line => $"{line}\n")));
}
