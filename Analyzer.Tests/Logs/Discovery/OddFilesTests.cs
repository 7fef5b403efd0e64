using Analyzer.Logs.Discovery;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Logs that count from elsewhere or hold nothing, and links to nothing, among the files of a run.</summary>
public sealed class OddFilesTests : LibraryStage
{
    [Theory]
    [InlineData("log.csv", "1.5", false)]
    [InlineData("0-iteration.csv", "1.5", false)]
    [InlineData("log.csv", "7.5", true)]
    [InlineData("7-iteration.csv", "1.5", true)]
    public void A_log_that_counts_from_7_is_a_training_where_its_laps_begin_elsewhere_or_its_name_counts_too(
        string name, string secondX, bool isTraining)
    {
        var second = Some.LineWith("X", secondX).Replace("0,1.0", "8,1.0", StringComparison.Ordinal);
        Folder.Write(name, Some.Log(Some.LineWith("episode", "7"), second));

        Assert.Equal(isTraining ? RunKind.Training : RunKind.Evaluation, Assert.Single(Found()).Kind);
    }

    [Fact]
    public void A_log_without_rows_is_left_out_for_one_that_has_some()
    {
        var good = Folder.Write("a.csv", Log);
        var empty = Folder.Write("b.csv", Some.Header);

        var choice = Choose();

        Assert.Equal(good, choice.Files.LogPath);
        Assert.StartsWith($"Left out: {empty}: there is a header but no complete row", choice.Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_nowhere_are_passed_over_with_a_word()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        Folder.Write("0-iteration.csv", Log);
        foreach (var name in new[] { "a.csv", "b.mp4", "c.zip" }) File.CreateSymbolicLink(Folder.Path(name), "/none/x");

        var choice = Choose();

        Assert.Null(choice.Files.VideoPath);
        Assert.Equal(
            ["a.csv", "b.mp4", "c.zip"],
            choice.Remarks.Select(remark => remark.Split(": passed over, this link leads to /none/x, where nothing is found.")[0])
                .Select(path => Path.GetFileName(path)));
    }

    [Fact]
    public void A_folder_may_be_named_by_a_link_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        Folder.Write("model/0-iteration.csv", Log);
        Directory.CreateSymbolicLink(Folder.Path("link"), Folder.Path("model"));

        Assert.Single(new RunLibrary([Folder.Path("link")]).Runs);
    }

    [Fact]
    public void An_empty_name_is_no_folder()
    {
        var error = Assert.Throws<RunException>(() => new RunLibrary([""]));

        Assert.Equal(": there is no such file or folder; give the folder, the archive, the log or the video of a run.", error.Message);
    }
}
