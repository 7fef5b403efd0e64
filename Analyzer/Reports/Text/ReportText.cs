using System.Globalization;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Tables;
using Spectre.Console;

namespace Analyzer.Reports.Text;

/// <summary>The report for the console: the verdict, then the evidence in tables without borders, at most 80 columns wide.</summary>
internal static class ReportText
{
    private const int Width = 80;

    /// <summary>Writes it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="program">What starts the program, for the commands that show a place.</param>
    /// <param name="run">The words by which the user chose the run, for the same; null where there is no video to show one in.</param>
    public static void Write(IAnsiConsole console, Report report, string program, IReadOnlyList<string>? run)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Min(Width, width);
        try
        {
            WriteVerdict(console, report, width, place => run is null ? null : ReportCommands.Play(program, run, place));
            foreach (var table in ReportTables.Of(report)) Write(console, table);
        }
        finally
        {
            console.Profile.Width = width;
        }
    }

    private static void WriteVerdict(IAnsiConsole console, Report report, int width, Func<string, string?> command)
    {
        Heading(console, "Verdict");
        if (report.Verdict.IsEmpty) console.WriteLine("Nothing stands out.");
        foreach (var (place, sentence) in report.Verdict.Index())
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{place + 1}. ");
            foreach (var line in Wrapped(sentence.Text, console.Profile.Width - number.Length))
            {
                console.WriteLine($"{number}{line}");
                number = new string(' ', number.Length);
            }

            if (sentence.At is { } at && command(at) is { } shown) WriteWhole(console, width, $"{number}{shown}");
        }
    }

    // A command is there to be copied: it is as long as the console allows.
    private static void WriteWhole(IAnsiConsole console, int width, string command)
    {
        var narrow = console.Profile.Width;
        console.Profile.Width = width;
        console.WriteLine(command, new Style(Color.Grey));
        console.Profile.Width = narrow;
    }

    private static void Write(IAnsiConsole console, ReportTable table)
    {
        console.WriteLine();
        foreach (var line in Wrapped(table.Title, console.Profile.Width)) Heading(console, line);
        var widths = table.Columns.Select((name, place) => table.Rows.Select(row => row[place].Length).Append(name.Length).Max()).ToArray();

        // Names may be of any length; they give way where a line would be too long.
        widths[0] = Math.Max(1, Math.Min(widths[0], console.Profile.Width - widths.Skip(1).Sum(width => width + 1)));
        console.WriteLine(Line(table.Columns, widths), new Style(Color.Grey));
        foreach (var row in table.Rows) console.WriteLine(Line(row, widths));
        if (table.Note is { } note) console.WriteLine(note, new Style(Color.Grey));
    }

    private static void Heading(IAnsiConsole console, string line) => console.WriteLine(line, new Style(decoration: Decoration.Bold));

    private static string Line(IReadOnlyList<string> cells, int[] widths) => string.Join(
        ' ', cells.Select((cell, place) => place > 0 ? cell.PadLeft(widths[place]) : Fitted(cell, widths[0]))).TrimEnd();

    private static string Fitted(string cell, int width) => cell.Length <= width ? cell.PadRight(width) : $"{cell[..(width - 1)]}~";

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
