using System.Globalization;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

/// <summary>Logs of half a million rows, and a file that says it is much longer, within bounds of memory.</summary>
public sealed class HalfAMillionRowsTests : IDisposable
{
    private const int Repetitions = 677;
    private const double SecondsApart = 300;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("report")]
    [InlineData("runs")]
    [InlineData("export -o OUT")]
    public async Task They_are_worked_on_within_512_MB_of_objects(string command)
    {
        var log = Write();
        var arguments = command.Replace("OUT", folder.Path("out.csv"), StringComparison.Ordinal);

        var result = await AnalyzerProcess.Run(
            [("DOTNET_GCHeapHardLimit", "0x20000000")], [.. arguments.Split(' '), "--model", Path.GetDirectoryName(log)!]);

        Assert.Equal((command, 0, ""), (command, result.ExitCode, result.ExitCode == 0 ? "" : result.Errors));
    }

    [Fact]
    public async Task A_file_that_is_too_large_to_be_read_is_refused_in_one_line_without_reading_it()
    {
        var log = folder.Path("0-iteration.csv");
        using (var sparse = File.Create(log)) sparse.SetLength(1_900_000_000);

        var result = await AnalyzerProcess.Run([("DOTNET_GCHeapHardLimit", "0x8000000")], ["report", "--log", log]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(log, Assert.Single(result.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    // The sample's laps over and over, each a lap of its own.
    private string Write()
    {
        var lines = File.ReadAllLines(SampleRun.LogIn(SampleRun.Bundled));
        var rows = lines.Skip(1).Select(line => (
            Lap: int.Parse(line[..line.IndexOf(',')], CultureInfo.InvariantCulture),
            Between: line[line.IndexOf(',')..(line.LastIndexOf(',') + 1)],
            Clock: double.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture))).ToArray();
        var laps = rows[^1].Lap + 1;
        var path = folder.Path("0-iteration.csv");
        using var log = File.CreateText(path);
        log.WriteLine(lines[0]);
        for (var again = 0; again < Repetitions; again++)
        {
            foreach (var (lap, between, clock) in rows)
            {
                log.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{lap + (again * laps)}{between}{clock + (again * SecondsApart):F6}"));
            }
        }

        return path;
    }
}
