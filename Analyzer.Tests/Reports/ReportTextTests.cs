using Analyzer.Reports.Analyses;
using Analyzer.Reports.Text;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Reports;

public sealed class ReportTextTests
{
    [Fact]
    public void The_samples_report_is_as_accepted() =>
        Golden.Matches("report - the sample", Text(Reported.Sample("Steps=1", "Fast=throttle**2"), "my_model"));

    [Fact]
    public void It_fits_80_columns_and_is_plain()
    {
        var input = Reported.Sample("A component with a name that is far too long for the column of a table in a narrow console=1") with
        {
            Against = Reported.Of(SampleRun.Earlier).Times,
        };

        var lines = Text(input, "a folder of somebody's").Split('\n');

        Assert.All(
            lines.Where(line => !line.Contains("analyzer play", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.All(lines, line => Assert.DoesNotContain(line, letter => char.IsControl(letter) || letter > '~'));
        Assert.Contains(lines, line => line.Contains("play 'a folder of somebody'\\''s' --at row:624", StringComparison.Ordinal));
    }

    [Fact]
    public void A_command_is_not_broken_in_two()
    {
        var run = $"runs/{new string('a', 70)}";

        var lines = Text(Reported.Sample(), run).Split('\n');

        Assert.Contains($"   analyzer play {run} --at row:624", lines);
    }

    [Fact]
    public void It_is_the_same_whatever_the_locale()
    {
        var text = Text(Reported.Sample(), "run");

        using var comma = new CommaCulture();

        Assert.Equal(text, Text(Reported.Sample(), "run"));
    }

    private static string Text(ReportInput input, string run)
    {
        using var console = new TestConsole();
        console.Profile.Width = 32_000;
        ReportText.Write(console, Analysis.Run(input), "analyzer", [run]);
        Assert.Equal(32_000, console.Profile.Width);
        return console.Output;
    }
}
