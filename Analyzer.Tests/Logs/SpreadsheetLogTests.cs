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
