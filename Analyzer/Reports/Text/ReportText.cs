using System.Globalization;
using Analyzer.Reports.Analyses;
using Spectre.Console;

namespace Analyzer.Reports.Text;

/// <summary>The report for the console: the verdict, then the evidence in tables of at most 80 columns.</summary>
internal static class ReportText
{
    private const int Width = 80;

    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="run">What the user called the run, for the commands that show a place.</param>
    public static void Write(IAnsiConsole console, Report report, string run)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Min(Width, width);
        try
        {
            WriteVerdict(console, report, run);
            foreach (var (title, table) in ReportTables.Of(report))
            {
                console.WriteLine();
                console.WriteLine(title, new Style(decoration: Decoration.Bold));
                if (table is not null) console.Write(table);
            }
        }
        finally
        {
            console.Profile.Width = width;
        }
    }

    private static void WriteVerdict(IAnsiConsole console, Report report, string run)
    {
        console.WriteLine("Verdict", new Style(decoration: Decoration.Bold));
        if (report.Verdict.IsEmpty) console.WriteLine("Nothing stands out.");
        foreach (var (number, sentence) in report.Verdict.Index())
        {
            var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().PadRight(0));
            grid.AddRow(new Spectre.Console.Text(string.Create(CultureInfo.InvariantCulture, $"{number + 1}.")), new Spectre.Console.Text(sentence.Text));
            console.Write(grid);
            if (sentence.At is { } place) console.WriteLine($"   analyzer play --model {Quoted(run)} --at {place}", new Style(Color.Grey));
        }
    }

    private static string Quoted(string run) => run.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('/' or '.' or '-' or '_'))
        ? $"'{run.Replace("'", "'\\''", StringComparison.Ordinal)}'"
        : run;
}
