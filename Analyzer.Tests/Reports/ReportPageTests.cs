using System.Net;
using System.Text.RegularExpressions;
using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Page;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

public sealed partial class ReportPageTests
{
    private const string Nasty = "<script>alert('\"&')</script><img src=x onerror=alert(1)>\u001b[2J\u0007\u202e";

    private static readonly string[] Browsers = ["chromium", "chromium-headless-shell"];

    private static readonly Lazy<string> Sample = new(() => Page(Reported.Sample("Steps=1", "Fast=throttle**2"), "run"));

    [Fact]
    public void The_verdict_comes_first_and_every_sentence_of_it_is_there()
    {
        var report = Analysis.Run(Reported.Sample("Steps=1", "Fast=throttle**2"));

        Assert.All(
            report.Verdict,
            sentence => Assert.Contains(WebUtility.HtmlEncode(sentence.Text), Sample.Value, StringComparison.Ordinal));
        Assert.True(Sample.Value.IndexOf("class=\"verdict\"", StringComparison.Ordinal)
            < Sample.Value.IndexOf("<svg", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("track")]
    [InlineData("speed")]
    [InlineData("delta")]
    [InlineData("actions0")]
    [InlineData("actions1")]
    [InlineData("actions2")]
    [InlineData("actions3")]
    [InlineData("reward0")]
    [InlineData("pace")]
    public void It_has_the_plot(string name) => Assert.Matches($"clip-path=\"url\\(#{name}_cl_|id=\"{name}_cl_", Sample.Value);

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(1e18)]
    [InlineData(1e300)]
    public void An_action_of_any_speed_is_drawn_with_few_rings(double speed)
    {
        var report = new Report { Actions = [new ActionFigures(0, 15, speed, 1, 1, 1, 0, 0, null)] };

        Assert.All(ActionPlots.Draw(report), plot => Assert.InRange(plot.Svg.Length, 1_000, 100_000));
    }

    [Fact]
    public void It_is_small_and_asks_nobody_for_anything()
    {
        Assert.InRange(Sample.Value.Length, 10_000, 1_500_000);
        Assert.DoesNotContain(Links().Matches(Sample.Value)
            .Select(match => match.Groups["target"].Value)
, target => !target.StartsWith("data:", StringComparison.Ordinal) && !target.StartsWith('#'));
        Assert.DoesNotContain("<script", Sample.Value, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", Sample.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overflow: auto")]
    [InlineData("overflow-x: auto")]
    [InlineData("max-height")]
    public void On_paper_nothing_is_cut_off_that_scrolls_on_a_screen(string property) =>
        Assert.DoesNotContain(property, OfAScreen().Replace(PageStyle.Css, ""), StringComparison.Ordinal);

    [Fact]
    public void Ids_are_unlike_each_other()
    {
        var ids = Ids().Matches(Sample.Value).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(ids.Distinct().Order(), ids.Order());
    }

    [Fact]
    public void What_comes_from_logs_and_names_is_encoded()
    {
        var trace = MadeUpLaps.Of(3);
        var rows = trace.Rows.Select(row => row with { StatusText = Nasty });
        var input = Reported.Of(Some.Trace(rows), $"{Nasty.Replace("=", "", StringComparison.Ordinal)}=1");

        var page = Page(input, $"/tmp/{Nasty}");

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(page, letter => letter == '\u202e' || (char.IsControl(letter) && letter != '\n'));
    }

    [Fact]
    public void Pictures_of_the_moments_are_part_of_it()
    {
        var input = Reported.Sample();
        var page = new ReportPage(input, Analysis.Run(input), "run", ["run"], [new SectionPicture(6, 3, [1, 2, 3])]).Write();

        Assert.Contains("src=\"data:image/jpeg;base64,AQID\"", page, StringComparison.Ordinal);
        Assert.Contains("Section 6 (left, ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_laps_stay_under_the_limit() => Assert.InRange(Page(Reported.Of(MadeUpLaps.Of(200)), "run").Length, 10_000, 1_500_000);

    [Fact]
    public void Nothing_has_a_heading_that_there_is_nothing_for()
    {
        var standing = Some.Trace(MadeUpLaps.Of(1).Rows.Select(row => row with { Status = EpisodeStatus.Pause, StatusText = "pause" }));

        var page = Page(Reported.Of(standing), "run");

        Assert.Contains("<h2>Laps ", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("</h2>\\s*(<h2|<section|</body|<div class=\"plots[^>]*>\\s*</div>)", page);
        Assert.DoesNotMatch("<tbody>\\s*</tbody>", page);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1200)]
    public void In_a_browser_nothing_is_wider_than_the_screen_and_nothing_goes_wrong(int width)
    {
        var browser = Browsers.FirstOrDefault(SystemProgram.Has);
        if (browser is null) Assert.Skip("chromium is not installed: skipped");
        using var folder = new TempFolder();
        const string Measure = "<script>document.title=['width',document.documentElement.scrollWidth,innerWidth,"
            + "performance.getEntriesByType('resource').filter(it=>!it.name.startsWith('data:')).length].join(' ')</script></body>";
        var page = folder.Write("page.html", Sample.Value.Replace("</body>", Measure, StringComparison.Ordinal));

        var dom = SystemProgram.Output("bash", "-c", $"{browser} --headless --no-sandbox --disable-gpu --no-first-run "
            + "--disable-background-networking "
            + $"--disable-component-update --disable-sync --enable-logging=stderr --v=0 --user-data-dir='{folder.Path("profile/x")}' "
            + $"--window-size={width},900 --dump-dom 'file://{page}' 2>'{folder.Path("log.txt")}'");

        var title = Regex.Match(dom, "<title>width (\\d+) (\\d+) (\\d+)</title>");
        Assert.True(title.Success, dom[..Math.Min(dom.Length, 300)]);
        Assert.True(Number(title, 1) <= Number(title, 2), title.Value);
        Assert.Equal("0", title.Groups[3].Value);
        Assert.DoesNotContain(":CONSOLE", File.ReadAllText(folder.Path("log.txt")), StringComparison.Ordinal);
    }

    private static int Number(Match match, int group) =>
        int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Page(ReportInput input, string run) => new ReportPage(input, Analysis.Run(input), run, [run], []).Write();

    [GeneratedRegex("(?:src|href|action|url)\\s*[=(]\\s*[\"']?(?<target>[^\"')\\s>]+)")]
    private static partial Regex Links();

    [GeneratedRegex("@media screen \\{.*?\\n\\}", RegexOptions.Singleline)]
    private static partial Regex OfAScreen();

    [GeneratedRegex("\\bid=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
