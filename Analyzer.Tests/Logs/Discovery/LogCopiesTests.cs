using System.Text;
using Analyzer.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>The same log by several names in one folder.</summary>
public sealed class LogCopiesTests : LibraryStage
{
    private static readonly string Rows = Some.Log(Some.Line, Some.LineWith("steps", "2.0"));

    [Theory]
    [InlineData("a second download", "log.csv", "log (1).csv")]
    [InlineData("of an iteration", "0-iteration.csv", "0-iteration (1).csv")]
    [InlineData("packed under another name", "evaluation.csv", "download.csv.gz")]
    public void A_copy_is_left_out_with_a_word(string what, string name, string copy)
    {
        Assert.NotEmpty(what);
        var log = Folder.Write(name, Rows);
        var content = Encoding.UTF8.GetBytes(Rows);
        var isPacked = copy.EndsWith(".gz", StringComparison.Ordinal);
        var path = Folder.Write(copy, isPacked ? Archives.Gzip(content) : content);

        var library = new RunLibrary([Folder.Root]);

        Assert.Equal([log], Assert.Single(library.Runs).Logs);
        var shown = isPacked ? $"{path}!{Path.GetFileNameWithoutExtension(copy)}" : path;
        Assert.Equal([$"{shown}: left out, it is a copy of {name}."], library.Remarks);
    }

    [Fact]
    public void The_copy_of_one_that_has_its_speeds_by_now_is_one_too()
    {
        var log = Folder.Write("log.csv", Rows);
        Folder.Write("log (1).csv", Rows);

        Analyzer.Logs.SpeedColumn.Write(log, ["1.5", "2.5"], replaceExisting: false);

        Assert.Equal(log, Assert.Single(Found()).LogPath);
    }

    [Fact]
    public void A_link_to_one_is_one_wherever_it_lies()
    {
        var log = Folder.Write("a/log.csv", Rows);
        foreach (var link in new[] { "a/b.csv", "latest.csv" }) File.CreateSymbolicLink(Folder.Path(link), log);

        Assert.Equal(log, Assert.Single(Found()).LogPath);
    }

    [Theory]
    [InlineData("a later row differs", "a.csv", "b.csv", "3.0")]
    [InlineData("of folders of their own", "a/log.csv", "b/log (1).csv", "2.0")]
    public void Another_log_stays(string what, string one, string other, string step)
    {
        Folder.Write(one, Rows);
        Folder.Write(other, Some.Log(Some.Line, Some.LineWith("steps", step)));

        Assert.Equal((what, 2), (what, Found().Length));
    }
}
