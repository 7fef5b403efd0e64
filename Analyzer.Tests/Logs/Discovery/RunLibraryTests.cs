using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Logs.Sources;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

public sealed class RunLibraryTests : IDisposable
{
    private static readonly string Log = Some.Log(Some.Line);

    private readonly TempFolder folder = new();

    [Fact]
    public void Evaluations_come_oldest_first_and_the_newest_is_chosen()
    {
        folder.Write("evaluation-20220709201704/evaluation-simtrace/0-iteration.csv", Log);
        folder.Write("evaluation-20220709201503/evaluation-simtrace/0-iteration.csv", Log);
        folder.Write("2023-03-07T17:52:00.898Z-job-9oJ3QbS0/0-iteration.csv", Log);
        folder.Write("0/training-simtrace/0-iteration.csv", Log);

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
    public void Logs_without_a_time_stamp_come_in_the_order_that_people_count_in()
    {
        foreach (var number in new[] { 10, 9, 1 }) folder.Write($"{number}.csv", Log);

        Assert.Equal(["1.csv", "9.csv", "10.csv"], Found().Select(files => files.Name));
    }

    [Fact]
    public void The_iterations_of_a_training_are_one_run_and_played_where_there_is_no_other()
    {
        foreach (var number in new[] { 10, 9, 1 }) folder.Write($"training/{number}-iteration.csv", Log);

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
            folder.Write($"{name}-iteration.csv", Log);

        Assert.Equal(4, Assert.Single(Found()).LogPaths.Length);
    }

    [Fact]
    public void A_training_laid_flat_is_told_by_its_episodes_that_go_on()
    {
        folder.Write("0-iteration.csv", Some.Log(Some.Line));
        folder.Write("5-iteration.csv", Some.Log(Some.LineWith("episode", "100")));

        Assert.Equal(RunKind.Training, Assert.Single(Found()).Kind);
    }

    [Fact]
    public void A_training_laid_flat_is_told_by_its_metrics()
    {
        folder.Write("0-iteration.csv", Log);
        folder.Write("metrics.json", """{"metrics": [{"start_time": 7150, "metric_time": 9000, "phase": "training"}]}""");

        Assert.Equal(RunKind.Training, Assert.Single(Found()).Kind);
    }

    [Fact]
    public void Files_of_a_lap_each_are_one_run_or_none_beside_the_iteration_that_they_repeat()
    {
        foreach (var lap in new[] { "10", "9" })
            folder.Write($"evaluation-simtrace/{lap}-episode.csv", Some.Log(Some.LineWith("episode", lap)));


        Assert.Equal([9, 10], Choose().Trace.Laps.Select(lap => lap.Episode));

        var whole = folder.Write("evaluation-simtrace/0-iteration.csv", Log);

        Assert.Equal([whole], Assert.Single(Found()).LogPaths);
    }

    [Fact]
    public void An_archive_beside_what_was_unpacked_from_it_counts_once()
    {
        var log = folder.Write("evaluation-simtrace/0-iteration.csv", Log);
        Archives.Tar(folder.Path("logs.tar.gz"), ("x/evaluation-simtrace/0-iteration.csv", Encoding.UTF8.GetBytes(Log)));

        Assert.Equal(log, Assert.Single(Found()).LogPath);
    }

    [Fact]
    public void Pipes_and_JSON_that_is_none_are_passed_over_with_a_word()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes among files");
        folder.Write("0-iteration.csv", Log);
        folder.Write("bad.json", [.. "{\"metrics\":[{\"episode_status\":\""u8, 0xFF, .. "\",\"start_time\":1,\"metric_time\":2}]}"u8]);
        folder.Write("half.json", """{"metrics":[{"start_time":"\ud800","metric_time":2}]}""");
        foreach (var name in new[] { "a.csv", "b.json", "model_metadata.json", "c.mp4" })
        {
            using var make = Process.Start("mkfifo", [folder.Path(name)]);
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
        var log = folder.Write("mine.CSV", "\uFEFF\"episode\", steps,tstamp,episode_status\r\n");
        folder.Write("video.hud.csv", Log);
        folder.Write("mine.csv.bak", Log);
        folder.Write("other.csv", "frame,row\n");
        folder.Write("empty.csv");
        folder.Write(".hidden/0-iteration.csv", Log);

        Assert.Equal([log], Found().Select(files => files.LogPath));
    }

    [Fact]
    public void A_video_belongs_to_the_log_whose_time_or_id_is_in_its_name()
    {
        folder.Write("sim-trace/20220612082523-IBZwYd0MRMqgwKlAe7bb0A/0-iteration.csv", Log);
        folder.Write("sim-trace/20220612083508-PMfF__s5QJSQT_-E0rEYwg/0-iteration.csv", Log);
        var first = folder.Write("videos/evaluation-20220612082853-IBZwYd0MRMqgwKlAe7bb0A.MP4");
        var second = folder.Write("videos/2022-06-12_08-35-08.webm");

        Assert.Equal([first, second], Found().Select(files => files.VideoPath));
    }

    [Fact]
    public void A_video_without_such_a_name_belongs_to_the_nearest_log()
    {
        folder.Write("a/evaluation-simtrace/0-iteration.csv", Log);
        folder.Write("b/evaluation-simtrace/0-iteration.csv", Log);
        var near = folder.Write("a/0-video.mp4");
        var far = folder.Write("evaluation.mkv");
        folder.Write("b/deepracer_analysis_20260101_120000.mp4");

        Assert.Equal([near, far], Found().Select(files => files.VideoPath));
    }

    [Fact]
    public void Of_several_cameras_the_one_with_the_HUD_is_taken_and_none_of_the_training()
    {
        folder.Write("evaluation-20220709201503/evaluation-simtrace/0-iteration.csv", Log);
        foreach (var camera in new[] { "45degree", "pip", "topview" })
        {
            folder.Write($"mp4/camera-{camera}/0-video.mp4");
            folder.Write($"training/camera-{camera}/0-video.mp4");
        }

        Assert.Equal(folder.Path("mp4/camera-pip/0-video.mp4"), Choose().Files.VideoPath);
    }

    [Fact]
    public void Several_videos_are_listed()
    {
        folder.Write("0-iteration.csv", Log);
        folder.Write("b.mp4");
        folder.Write("a.mp4");

        var choice = Choose(videoNeeded: true);

        Assert.Equal(folder.Path("a.mp4"), choice.Files.VideoPath);
        Assert.Equal(["Video a.mp4, the best match among 2. Choose with --video FILE: a.mp4, b.mp4."], choice.Remarks);
    }

    [Fact]
    public void Where_there_are_videos_the_newest_evaluation_with_one_is_chosen()
    {
        folder.Write("evaluation-20220709201503/0-iteration.csv", Log);
        folder.Write("evaluation-20220709201503/0-video.mp4");
        folder.Write("evaluation-20220709201704/0-iteration.csv", Log);

        Assert.Equal(
            ["Evaluation of 2022-07-09 20:15, 1 lap, the one with a video; 1 other: --evaluation N (" +
                "1 evaluation-20220709201503, 2 evaluation-20220709201704)."],
            Choose(videoNeeded: true).Remarks);
        Assert.Equal(1, Choose().Files.Number);
    }

    [Fact]
    public void Metrics_belong_to_the_log_whose_laps_they_hold()
    {
        folder.Write("0-iteration.csv", Log);
        folder.Write("other.json", """{"metrics": [{"start_time": 500, "metric_time": 600}]}""");
        folder.Write("broken.json", "{");

        Assert.Null(Choose().Files.MetricsPath);
        Assert.Equal(
            [
                $"{folder.Root}/broken.json, line 1: this is not valid JSON (column 2); download the evaluation's metrics again, or " +
                    "remove the file to go by the log alone. It is passed over.",
                "other.json is left out: its laps are not those of 0-iteration.csv.",
            ],
            Choose().Remarks);

        var fitting = folder.Write("deep/metrics.json", """{"metrics": [{"start_time": 7150, "metric_time": 9000}]}""");

        Assert.Equal(fitting, Choose().Files.MetricsPath);
        Assert.Single(Choose().Remarks);
    }

    [Fact]
    public void The_action_space_is_the_nearest()
    {
        folder.Write("run/logs/0-iteration.csv", Log);
        folder.Write("model_metadata.json", "{}");
        folder.Write("other/model/model_metadata.json", "{}");
        var near = folder.Write("run/model/model_metadata.json", "{}");

        Assert.Equal(near, Choose().Files.ActionSpacePath);
    }

    [Fact]
    public void A_log_and_a_video_may_be_named_from_the_model_folder_or_by_their_whole_path()
    {
        folder.Write("evaluation/0-iteration.csv", Log);
        folder.Write("training/0-iteration.csv", Log);
        var video = folder.Write("x.mp4");
        folder.Write("y.mp4");

        var choice = Choose(log: "training/0-iteration.csv", video: video);

        Assert.Equal((2, "training/0-iteration.csv"), (choice.Files.Number, choice.Files.Name));
        Assert.Equal(video, choice.Files.VideoPath);
        Assert.Empty(choice.Remarks);
        Assert.Equal(1, Choose(log: folder.Path("evaluation/0-iteration.csv")).Files.Number);
    }

    [Fact]
    public void An_even_choice_is_asked_where_somebody_can_be()
    {
        foreach (var stamp in new[] { "20220709201503", "20220709201704" })
        {
            folder.Write($"evaluation-{stamp}/0-iteration.csv", Log);
            folder.Write($"videos/{stamp}.mp4");
        }

        var asked = new List<string>();
        var choice = new RunChooser(new RunLibrary([folder.Root]), new NoProbe(), runs =>
        {
            asked.AddRange(runs.Select(run => run.Description));
            return runs[0];
        }).Choose(new RunRequest([folder.Root], null, null, null, IsVideoNeeded: true));

        Assert.Equal(["evaluation of 2022-07-09 20:15, 1 lap", "evaluation of 2022-07-09 20:17, 1 lap"], asked);
        Assert.Equal((1, folder.Path("videos/20220709201503.mp4")), (choice.Files.Number, choice.Files.VideoPath));
    }

    [Fact]
    public void A_job_is_told_by_its_name_though_its_stamps_differ()
    {
        folder.Write("sim-trace/evaluation/2026-03-07T17:52:00.898Z-one-evaluation-abc/evaluation-simtrace/0-iteration.csv", Log);
        folder.Write("sim-trace/evaluation/2026-03-07T18:52:00.898Z-two-evaluation-def/evaluation-simtrace/0-iteration.csv", Log);
        var first = folder.Write("videos/evaluation/2026-03-07T18:52:00.100Z-one-evaluation-abc/camera-pip/0-video.mp4");
        var second = folder.Write("videos/evaluation/2026-03-07T19:59:20.610Z-two-evaluation-def/camera-pip/0-video.mp4");

        Assert.Equal(
            [("one-evaluation-abc", first), ("two-evaluation-def", second)], Found().Select(files => (files.Job, files.VideoPath)));
    }

    [Fact]
    public void Loops_of_links_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        folder.Write("a/b/0-iteration.csv", Log);
        Directory.CreateSymbolicLink(folder.Path("a/b/up"), folder.Root);
        Directory.CreateSymbolicLink(folder.Path("a/self"), folder.Path("a/self"));
        Directory.CreateSymbolicLink(folder.Path("gone"), folder.Path("nowhere"));

        Assert.Single(Found());
    }

    public void Dispose() => folder.Dispose();

    private RunChoice Choose(string? log = null, string? video = null, int? evaluation = null, bool videoNeeded = false) =>
        new RunChooser(new RunLibrary([folder.Root]), new NoProbe(), ask: null)
            .Choose(new RunRequest([folder.Root], log, video, evaluation, videoNeeded));

    private ImmutableArray<EvaluationFiles> Found()
    {
        var library = new RunLibrary([folder.Root]);
        return [.. library.Runs.Select(run => library.FilesOf(run, library.Videos.Of(run)))];
    }
}
