using System.Globalization;
using System.Text;
using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

/// <summary>Logs that went through a spreadsheet or an editor: read as the simulator wrote them, and written to in their own way.</summary>
public sealed class SpreadsheetLogTests : IDisposable
{
    private static readonly string Log = Some.Log(Some.Line, Some.LineWith("steps", "2.0"));

    private readonly TempFolder folder = new();

    public static TheoryData<string, string> Logs => new()
    {
        { "semicolons", Log.Replace(',', ';') },
        { "semicolons and decimal commas", WithDecimalCommas(Log, ';') },
        { "tabs", Log.Replace(',', '\t') },
        { "tabs and decimal commas", WithDecimalCommas(Log, '\t') },
        { "its separator in a line before", $"sep=,\r\n{Log}" },
        { "its separator behind a byte order mark", $"\uFEFFsep=;\r\n{WithDecimalCommas(Log, ';')}" },
        { "a comment before", $"# lap 1, the good one\n\n{Log}" },
        { "a title before", $"My car\n\n{Log}" },
        { "decimal commas in quotes", Log.Replace("-2.5", "\"-2,5\"", StringComparison.Ordinal) },
        { "exponents", WithDecimalCommas(Log.Replace("-2.5", "-2.5E+00", StringComparison.Ordinal), ';') },
        { "flags in capitals", Log.Replace("False,True", "FALSE,TRUE", StringComparison.Ordinal) },
        { "flags in German", Log.Replace("False,True", "FALSCH,WAHR", StringComparison.Ordinal) },
        { "separators at the ends of the rows alone", Log.Replace("0.0\n", "0.0,,\n", StringComparison.Ordinal) },
        { "separators at the ends of all lines", Log.Replace("\n", ",\n", StringComparison.Ordinal) },
        { "lines of semicolons at the end", $"{Log.Replace(',', ';')};;;;;;;;;;;;;;;;\n" },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_log_is_read_and_takes_its_speeds_with(string what, string content)
    {
        Assert.NotEmpty(what);
        var path = folder.Write("log.csv", content);
        var expected = SimTraceReader.Read(folder.Write("right.csv", Log));

        Assert.Equal(expected.Rows, SimTraceReader.Read(path).Rows);
        Assert.Equal("-2.5", SimTraceReader.Read(path).Cell(1, 3).Split('E')[0]);

        SpeedColumn.Write(path, ["1.25", null], replaceExisting: false);
        var written = SimTraceReader.Read(path);

        Assert.Equal([1.25, null], written.Rows.Select(row => row.LoggedSpeedMetresPerSecond));
        Assert.Equal(expected.Rows, written.Rows.Select(row => row with { LoggedSpeedMetresPerSecond = null }));
    }

    [Fact]
    public void Speeds_are_written_as_the_other_numbers_are()
    {
        var path = folder.Write("log.csv", $"sep=;\n{WithDecimalCommas(Some.Log(Some.Line), ';')}");

        SpeedColumn.Write(path, ["1.25"], replaceExisting: false);

        var lines = File.ReadAllLines(path);
        Assert.Equal("sep=;", lines[0]);
        Assert.StartsWith("episode;steps;X;Y;yaw;speed;steer;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("0;1,0;1,5;-2,5;90,0;1,25;10,0;", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_named_with_the_line_that_an_editor_shows()
    {
        var path = folder.Write("log.csv", $"sep=,\n# mine\n{Some.Log(Some.Line, Some.LineWith("X", "abc"), Some.Line)}");

        Assert.StartsWith(
            $"{path}, line 5: X is \"abc\"",
            Assert.Throws<Analyzer.Platform.RunException>(() => SimTraceReader.Read(path)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rounded to 1.6E+09", "1.6E+09", "1.6E+09", "the tstamp of 29 rows is that of the row before, expected times to 0.001 s")]
    [InlineData("some without their decimal point", "7199", "7.2", "the tstamp of 15 rows is earlier than that of the row before")]
    public void Times_that_a_spreadsheet_spoilt_are_refused(string what, string odd, string even, string message)
    {
        Assert.NotEmpty(what);
        var path = folder.Write("log.csv", Some.Log(Enumerable.Range(0, 30).Select(row =>
            Some.LineWith("tstamp", row % 2 == 0 ? odd : even).Replace("0,1.0", $"0,{row + 1}.0", StringComparison.Ordinal))));

        Assert.Equal(
            $"{path}: {message}; a spreadsheet that saved the log may have changed them; download it again.",
            Assert.Throws<Analyzer.Platform.RunException>(() => SimTraceReader.Read(path)).Message);
    }

    [Fact]
    public void Times_that_a_spreadsheet_rounded_to_what_it_shows_are_said()
    {
        var path = folder.Write("log.csv", Some.Log(Enumerable.Range(0, 60).Select(row => Some.LineWith(
            "tstamp", (row * 66 / 100 / 10.0).ToString(CultureInfo.InvariantCulture))
            .Replace("0,1.0", $"0,{row + 1}.0", StringComparison.Ordinal))));

        Assert.StartsWith(
            $"{path}: times and speeds are inexact: the tstamp of 21 rows is that of the row before; ",
            Assert.Single(SimTraceReader.Read(path).Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_in_UTF_16_without_its_mark_is_read(bool isBigEndian)
    {
        var encoding = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;

        Assert.Equal(2, SimTraceReader.Read(folder.Write("log.csv", encoding.GetBytes(Log))).Rows.Length);
    }

    public void Dispose() => folder.Dispose();

    private static string WithDecimalCommas(string log, char separator) => log.Replace(',', separator).Replace('.', ',');
}
