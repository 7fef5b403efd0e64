using System.Globalization;
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

    [Theory]
    [InlineData("three laps from one place, all ended off the track", 3, 0, 0, "0.5", false)]
    [InlineData("from places all around the track", 3, 4, 0, "0.5", true)]
    [InlineData("ten", 10, 0, 0, "0.5", true)]
    [InlineData("a first lap whose beginning is missing", 4, 0, 7, "1e-3", false)]
    [InlineData("three, with rewards that only a user's function gives", 3, 0, 0, "4.002", true)]
    public void A_log_whose_laps_end_where_they_fail_is_a_training_where_they_begin_elsewhere_or_are_many_or_earn_other_rewards(
        string what, int laps, double apart, double cut, string reward, bool isTraining)
    {
        string[] LapOf(int lap)
        {
            var (episode, x) = (cut > 0 ? lap + 1 : lap, (lap * apart) + (lap == 0 ? cut : 0));
            return
            [
                Row(episode, lap == 0 && cut > 0 ? 40 : 1, x, "False", "in_progress"), Row(episode, 90, x + 5, "True", "off_track"),
            ];
        }

        string Row(int episode, int step, double x, string done, string status) => string.Create(
            CultureInfo.InvariantCulture,
            $"{episode},{step}.0,{x},0,90,10,3,14,{reward},{done},True,{step},7,57.5,{7 + episode + (step / 100.0)},{status},0");

        Folder.Write("log.csv", Some.Log(Enumerable.Range(0, laps).SelectMany(LapOf)));

        Assert.True(isTraining == (Assert.Single(Found()).Kind == RunKind.Training), what);
    }

    [Fact]
    public void What_is_said_of_a_run_that_is_left_out_is_left_out_too()
    {
        Folder.Write("a/0-iteration.csv", Log);
        Folder.Write("b/0-iteration.csv", Some.Header);
        foreach (var name in new[] { "x", "y" }) Folder.Write($"{name}.mp4");

        var choice = Choose();

        Assert.Equal(Folder.Path("a/0-iteration.csv"), choice.Files.LogPath);
        Assert.Equal(2, choice.Remarks.Length);
        Assert.StartsWith("Left out: ", choice.Remarks[0], StringComparison.Ordinal);
        Assert.StartsWith("Video x.mp4, the best match among 2.", choice.Remarks[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of 17 columns", "", "", null, "")]
    [InlineData("of 19 columns, with a list for an action", "[30.0, 0.56]", ",0,1593.6", null, ",obstacle_crash_counter,wall_clock")]
    [InlineData("of 19 columns, with a quoted list", "\"[30.0, 0.56]\"", ",0,1593.6", null, ",obstacle_crash_counter,wall_clock")]
    [InlineData("named by an option", "", "", "b.csv", "")]
    public void A_log_without_a_header_among_other_tables_is_told_of(string what, string action, string more, string? named, string columns)
    {
        Assert.NotEmpty(what);
        Folder.Write("a.csv", "frame,row\n");
        var line = (action.Length > 0 ? Some.LineWith("action", action) : Some.Line) + more;
        var log = Folder.Write("b.csv", $"{line}\n{line}\n");
        if (named is not null) Folder.Write("good.csv", Log);

        var error = Assert.Throws<RunException>(() => Choose(log: named));

        Assert.Equal($"{log}: the header is missing; put this line before the first step: {Some.Header}{columns}", error.Message);
    }

    [Theory]
    [InlineData("logs.tar.gz.crdownload", "it is a download that is not finished; wait for it, or download it again.")]
    [InlineData("video.mp4.part", "it is a download that is not finished; wait for it, or download it again.")]
    [InlineData("logs.7z", "such archives are not read; unpack it.")]
    public void What_may_well_be_meant_and_is_not_read_is_said_in_a_folder_and_by_its_own_name(string name, string reason)
    {
        Folder.Write("0-iteration.csv", Log);
        var path = Folder.Write(name, "half of it");

        Assert.Equal([$"{path}: passed over, {reason}"], Choose().Remarks);
        Assert.Equal($"{path}: {reason}", Assert.Throws<RunException>(() => new RunLibrary([path])).Message);
    }

    [Fact]
    public void What_is_not_read_in_an_archive_is_said_as_well()
    {
        var inner = Archives.Zip(Folder.Path("parts/a.zip"), ("0-iteration.csv", System.Text.Encoding.UTF8.GetBytes(Log)));
        foreach (var name in new[] { "b", "c", "d" })
            inner = Archives.Zip(Folder.Path($"parts/{name}.zip"), (Path.GetFileName(inner), File.ReadAllBytes(inner)));
        var path = Archives.Zip(Folder.Path("x.zip"), ("d.zip", File.ReadAllBytes(inner)), ("logs.7z", [1]), ("more.7z", [1]));

        Assert.Equal(
            [
                $"{path}: d.zip!c.zip!b.zip in it: passed over, archives are not read so deep in one another; unpack it.",
                $"{path}: logs.7z, more.7z in it: passed over, such archives are not read; unpack it.",
            ],
            new RunLibrary([path]).Remarks);
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

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    public void A_slash_behind_a_files_name_is_none_of_it(string slash)
    {
        var packed = Archives.Zip(Folder.Path("x.zip"), ("0-iteration.csv", System.Text.Encoding.UTF8.GetBytes(Log)));
        var video = Folder.Write("y.mp4");

        var library = new RunLibrary([packed + slash, video + slash]);

        Assert.Equal((packed, video), (library.Given, library.Tree.Videos.Single()));
        Assert.Single(library.Runs);
        Assert.Throws<RunException>(() => new RunLibrary([$"{Folder.Root}/none.zip{slash}"]));
    }

    [Fact]
    public void An_empty_name_is_no_folder()
    {
        var error = Assert.Throws<RunException>(() => new RunLibrary([""]));

        Assert.Equal(": there is no such file or folder; give the folder, the archive, the log or the video of a run.", error.Message);
    }
}
