using System.Collections.Immutable;
using System.Net;
using System.Text;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Json;
using Analyzer.Reports.Tables;
using Analyzer.Reports.Text;
using static System.FormattableString;

namespace Analyzer.Reports.Page;

/// <summary>A frame of the video that shows a section.</summary>
/// <param name="Section">Which section.</param>
/// <param name="Lap">The lap that lost most there.</param>
/// <param name="Jpeg">The picture.</param>
internal sealed record SectionPicture(int Section, int Lap, byte[] Jpeg);

/// <summary>The report as one HTML page that needs nothing else. All that comes from logs is encoded.</summary>
/// <param name="input">What the report was made of.</param>
/// <param name="report">The report.</param>
/// <param name="name">What the user called the run.</param>
/// <param name="run">The words by which the user chose it, for the commands that show a place; null where there is no video.</param>
/// <param name="pictures">Of the sections where most is to be had; none without a video.</param>
internal sealed class ReportPage(
    ReportInput input, Report report, string name, IReadOnlyList<string>? run, ImmutableArray<SectionPicture> pictures)
{
    private const int MaxRewards = 6;

    private readonly StringBuilder html = new();

    /// <summary>The page's text.</summary>
    public string Write()
    {
        var title = $"DeepRacer report: {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(name)))}";
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n")
            .Append($"<title>{Encoded(title)}</title>\n<style>\n{PageStyle.Css}\n</style>\n</head>\n<body>\n")
            .Append($"<h1>{Encoded(title)}</h1>\n<p class=\"about\">{Encoded(About())}</p>\n");
        WriteVerdict();
        if (report.IsDriven)
        {
            WritePlots();
            WriteActions();
            WriteRewards();
        }

        foreach (var table in ReportTables.Of(report)) WriteTable(table);
        WriteMetadata();
        return html.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>A text as the page shows it.</summary>
    public static string Encoded(string text) => WebUtility.HtmlEncode(ControlCharacters.EscapeInLines(text));

    private string About()
    {
        var completed = report.Laps.Count(lap => lap.Completed);
        var best = report.BestLap is { } number ? Invariant($", best {report.Laps[number - 1].Seconds:0.000} s") : "";
        var kind = input.IsTraining ? "training" : "evaluation";
        return $"{Path.GetFileName(input.Trace.Path)}: {kind}, {Count(input.Trace.Rows.Length, "step")}, "
            + Invariant($"{Count(report.Laps.Length, "lap")}, {completed} completed{best}. ")
            + Invariant($"Track {input.Trace.Rows[0].TrackLengthMetres:0.0} m. ")
            + (report.LapStart == "estimated" ? "Lap starts are estimated." : $"Lap starts by {report.LapStart}.");
    }

    private static string Count(int count, string what) => Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private void WriteVerdict()
    {
        html.Append("<ol class=\"verdict\">\n");
        foreach (var sentence in report.Verdict)
        {
            var place = sentence.At is { } at && run is not null
                ? $"<br><code>{Encoded(ReportCommands.Play(Terminal.DefaultCommand, run, at))}</code>"
                : "";
            html.Append($"<li>{Encoded(sentence.Text)}{place}</li>\n");
        }

        html.Append(report.Verdict.IsEmpty ? "<li>Nothing stands out.</li>\n</ol>\n" : "</ol>\n");
    }

    private void WritePlots()
    {
        Figures("Where the time goes", "plots",
        [
            ("The best lap's line by speed; other laps grey, resets crossed, the three sections that cost most underlaid", Track()),
            ("Speed of all laps", ProgressPlots.Speed(input, report)),
            ("Time behind the best lap", ProgressPlots.Delta(input, report)),
        ]);
        Figures("The moments", "plots small", pictures.Select(picture =>
        {
            var section = report.Sections[picture.Section - 1];
            var caption = Invariant(
                $"{Verdict.Name(section)}, lap {picture.Lap}: on average {section.Recoverable:0.00} s behind the best passage");
            return (
                char.ToUpperInvariant(caption[0]) + caption[1..],
                (string?)$"<img alt=\"{Encoded(caption)}\" src=\"data:image/jpeg;base64,{Convert.ToBase64String(picture.Jpeg)}\">");
        }));
    }

    private string? Track()
    {
        if (TrackPlot.Draw(input, report) is not var (svg, slow, fast)) return null;
        var colours = $"background:linear-gradient(90deg,{string.Join(',', TrackPlot.Speeds)})";
        return svg + Invariant($"<div class=\"scale\">{slow:0.0} m/s <i style=\"{colours}\"></i> {fast:0.0} m/s</div>");
    }

    private void WriteActions() =>
        Figures("Which actions are used", "plots small", ActionPlots.Draw(report).Select(plot => (plot.Title, (string?)plot.Svg)));

    private void WriteRewards() => Figures("What the rewards pay for", "plots",
    [
        ("Earnings of the best lap at other paces: a line that falls to the right pays for dawdling", PacePlot.Draw(report)),
        .. input.Rewards.Series.Take(MaxRewards).Select((series, place) => (
            $"{series.Name}, step by step in the best lap",
            ProgressPlots.Reward(input, report, series.Name, series.Values, place))),
    ]);

    private void WriteTable(ReportTable table)
    {
        html.Append($"<section><h2>{Encoded(table.Title)}</h2>\n<div class=\"scroll\"><table>\n<thead><tr>");
        foreach (var column in table.Columns) html.Append($"<th>{Encoded(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows) html.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{Encoded(cell)}</td>"))}</tr>\n");
        html.Append("</tbody></table></div>\n");
        if (table.Note is { } note) html.Append($"<p class=\"about\">{Encoded(note)}</p>\n");
        html.Append("</section>\n");
    }

    private void WriteMetadata()
    {
        if (ActionSpaceJson.Revalued(report) is { } revalued)
            Json($"Re-valued model_metadata.json: the trained model stays usable{ReportTables.AtAPrice(report)}", revalued);
        if (ActionSpaceJson.Cut(report) is { } cut) Json("Shortened model_metadata.json: for a new training", cut);
    }

    private void Json(string title, string text) => html.Append($"<h2>{Encoded(title)}</h2>\n<pre><code>{Encoded(text)}</code></pre>\n");

    // A heading with the figures that there is something for; neither without any.
    private void Figures(string heading, string kind, IEnumerable<(string Caption, string? Content)> figures)
    {
        var there = figures.Where(figure => figure.Content is not null).ToList();
        if (there.Count == 0) return;
        html.Append($"<h2>{Encoded(heading)}</h2>\n<div class=\"{kind}\">\n");
        foreach (var (caption, content) in there)
            html.Append($"<figure><figcaption>{Encoded(caption)}</figcaption>{content}</figure>\n");
        html.Append("</div>\n");
    }
}
