using System.Diagnostics;
using System.Text;
using Analyzer.Logs;
using Analyzer.Logs.Sources;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Which logs are found, and which of them are one run.</summary>
public sealed class RunLibraryTests : LibraryStage
{
    [Fact]
    public void Evaluations_come_oldest_first_and_the_newest_is_chosen()
    {
        Folder.Write("evaluation-20220709201704/evaluation-simtrace/0-iteration.csv", Log);
        Folder.Write("evaluation-20220709201503/evaluation-simtrace/0-iteration.csv", Log);
        Folder.Write("2023-03-07T17:52:00.898Z-job-9oJ3QbS0/0-iteration.csv", Log);
        Folder.Write("0/training-simtrace/0-iteration.csv", Log);

        var choice = Choose();

        Assert.Equal(
            [
                (1, "evaluation-20220709201503"), (2, "evaluation-20220709201704"), (3, "2023-03-07T17:52:00.898Z-job-9oJ3QbS0"),
                (4, "0/training-simtrace/0-iteration.csv"),
            ],
            Found().Select(files => (files.Number, files.Name)));
        Assert.Equal(3, choice.Files.Number);
        Assert.Equal(
            ["Evaluation of 2023-03-07 17:52, 1 lap, the newest; 3 others: --evaluation N (" +
                "1 evaluation-20220709201503, 2 evaluation-20220709201704, 3 2023-03-07T17:52:00.898Z-job-9oJ3QbS0)."],
            choice.Remarks);
        Assert.Equal("evaluation-20220709201704", Choose(evaluation: 2).Files.Name);
        Assert.Empty(Choose(evaluation: 2).Remarks);
    }

    [Fact]
    public void One_download_in_two_folders_is_told_apart_by_their_names()
    {
        foreach (var model in new[] { "model a", "model b" }) Folder.Write($"{model}/20220709201704-job/0-iteration.csv", Log);

        Assert.Equal(
            ["model a/20220709201704-job/0-iteration.csv", "model b/20220709201704-job/0-iteration.csv"],
            Found().Select(files => files.Name));
    }

    [Fact]
    public void Logs_without_a_time_stamp_come_in_the_order_that_people_count_in()
    {
        foreach (var number in new[] { 10, 9, 1 }) Folder.Write($"{number}.csv", Some.Log(Some.LineWith("X", $"{number}.5")));

        Assert.Equal(["1.csv", "9.csv", "10.csv"], Found().Select(files => files.Name));
    }

    [Fact]
    public void The_iterations_of_a_training_are_one_run_and_played_where_there_is_no_other()
    {
        foreach (var number in new[] { 10, 9, 1 }) Folder.Write($"training/{number}-iteration.csv", Log);

        var choice = Choose();

        Assert.Equal(
            ["1-iteration.csv", "9-iteration.csv", "10-iteration.csv"], choice.Files.LogPaths.Select(path => Path.GetFileName(path)));
        Assert.Equal((RunKind.Training, 3, 3), (choice.Files.Kind, choice.Trace.Rows.Length, choice.Trace.Laps.Length));
        Assert.Equal("There is no evaluation log; a training log is taken instead.", choice.Remarks[0]);
    }

    [Fact]
    public void The_workers_of_a_training_are_one_run()
    {
        foreach (var name in new[] { "training-simtrace/0", "1/training-simtrace/0", "0/training-simtrace/1", "0/training-simtrace/0" })
            Folder.Write($"{name}-iteration.csv", Log);

        Assert.Equal(4, Assert.Single(Found()).LogPaths.Length);
    }

    [Fact]
    public void A_training_laid_flat_is_told_by_its_episodes_that_go_on()
    {
        Folder.Write("0-iteration.csv", Some.Log(Some.Line));
        Folder.Write("5-iteration.csv", Some.Log(Some.LineWith("episode", "100")));

        Assert.Equal(RunKind.Training, Assert.Single(Found()).Kind);
    }

    [Fact]
    public void A_training_laid_flat_is_told_by_its_metrics()
    {
        Folder.Write("0-iteration.csv", Log);
        Folder.Write("metrics.json", """{"metrics": [{"start_time": 7150, "metric_time": 9000, "phase": "training"}]}""");

        Assert.Equal(RunKind.Training, Assert.Single(Found()).Kind);
    }

    [Fact]
    public void Files_of_a_lap_each_are_one_run_or_none_beside_the_iteration_that_they_repeat()
    {
        foreach (var lap in new[] { "10", "9" })
            Folder.Write($"evaluation-simtrace/{lap}-episode.csv", Some.Log(Some.LineWith("episode", lap)));

        Assert.Equal([9, 10], Choose().Trace.Laps.Select(lap => lap.Episode));

        var whole = Folder.Write("evaluation-simtrace/0-iteration.csv", Log);

        Assert.Equal([whole], Assert.Single(Found()).LogPaths);
    }

    [Theory]
    [InlineData("evaluation.csv", false, true)]
    [InlineData("evaluation.csv", true, true)]
    [InlineData("x-robomaker.log", false, true)]
    [InlineData("evaluation.csv", false, false)]
    [InlineData("x-robomaker.log", true, false)]
    public void A_log_in_UTF_16_is_read(string name, bool isBigEndian, bool hasMark)
    {
        var encoding = isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        var text = name.EndsWith(".log", StringComparison.Ordinal) ? $"head\nSIM_TRACE_LOG:{Some.Line}\n" : Log;
        var log = Folder.Write(name, [.. hasMark ? encoding.Preamble : [], .. encoding.GetBytes(text)]);

        Assert.Equal(log, Assert.Single(Found()).LogPath);
        Assert.Equal(-2.5, Assert.Single(Choose().Trace.Rows).Y);
    }

    [Fact]
    public void An_archive_beside_what_was_unpacked_from_it_counts_once()
    {
        var log = Folder.Write("evaluation-simtrace/0-iteration.csv", Log);
        Archives.Tar(Folder.Path("logs.tar.gz"), ("x/evaluation-simtrace/0-iteration.csv", Encoding.UTF8.GetBytes(Log)));

        Assert.Equal(log, Assert.Single(Found()).LogPath);

        SpeedColumn.Write(log, [.. Choose().Trace.Rows.Select(_ => "1.5")], replaceExisting: false);

        Assert.Equal(log, Assert.Single(Found()).LogPath);
    }

    [Fact]
    public void Pipes_and_JSON_that_is_none_are_passed_over_with_a_word()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes among files");
        Folder.Write("0-iteration.csv", Log);
        Folder.Write("bad.json", [.. "{\"metrics\":[{\"metric_time\":\""u8, 0xFF, .. "\",\"start_time\":1}]}"u8]);
        Folder.Write("half.json", """{"metrics":[{"start_time":"\ud800","metric_time":2}]}""");
        foreach (var name in new[] { "a.csv", "b.json", "model_metadata.json", "c.mp4" })
        {
            using var make = Process.Start("mkfifo", [Folder.Path(name)]);
            make.WaitForExit();
        }

        var choice = Choose();

        Assert.Equal((null, null, null), (choice.Files.VideoPath, choice.Files.MetricsPath, choice.Files.ActionSpacePath));
        int Count(string words) => choice.Remarks.Count(remark => remark.Contains(words, StringComparison.Ordinal));
        Assert.Equal((4, 2), (Count("passed over, it is a pipe or a device."), Count("is not valid JSON")));
    }

    [Fact]
    public void Only_files_with_the_header_of_a_log_are_logs()
    {
        var log = Folder.Write("mine.CSV", "\uFEFF\"episode\", steps,tstamp,episode_status\r\n");
        Folder.Write("video.hud.csv", Log);
        Folder.Write("mine.csv.bak", Log);
        Folder.Write("other.csv", "frame,row\n");
        Folder.Write("empty.csv");
        Folder.Write(".hidden/0-iteration.csv", Log);

        Assert.Equal([log], Found().Select(files => files.LogPath));
    }

    [Fact]
    public void Loops_of_links_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        Folder.Write("a/b/0-iteration.csv", Log);
        Directory.CreateSymbolicLink(Folder.Path("a/b/up"), Folder.Root);
        Directory.CreateSymbolicLink(Folder.Path("a/self"), Folder.Path("a/self"));
        Directory.CreateSymbolicLink(Folder.Path("gone"), Folder.Path("nowhere"));

        Assert.Single(Found());
    }
}
