using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class ModelFolderTests : IDisposable
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
            [(1, "evaluation-20220709201503"), (2, "evaluation-20220709201704"), (3, "2023-03-07T17:52:00.898Z-job-9oJ3QbS0")],
            ModelFolder.Find(folder.Root).Select(files => (files.Number, files.Name)));
        Assert.Equal(3, choice.Files.Number);
        Assert.Equal(
            ["Evaluation 3 of 3, the newest: 2023-03-07T17:52:00.898Z-job-9oJ3QbS0. Choose with --evaluation N: " +
                "1 evaluation-20220709201503, 2 evaluation-20220709201704, 3 2023-03-07T17:52:00.898Z-job-9oJ3QbS0."],
            choice.Remarks);
        Assert.Equal("evaluation-20220709201704", Choose(evaluation: 2).Files.Name);
        Assert.Empty(Choose(evaluation: 2).Remarks);
    }

    [Fact]
    public void Logs_without_a_time_stamp_come_in_the_order_that_people_count_in()
    {
        foreach (var number in new[] { 10, 9, 1 }) folder.Write($"training/{number}-iteration.csv", Log);

        Assert.Equal(
            ["training/1-iteration.csv", "training/9-iteration.csv", "training/10-iteration.csv"],
            ModelFolder.Find(folder.Root).Select(files => files.Name));
        Assert.Equal("There is no evaluation log; a training log is taken instead.", Choose().Remarks[0]);
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

        Assert.Equal([log], ModelFolder.Find(folder.Root).Select(files => files.LogPath));
    }

    [Fact]
    public void A_video_belongs_to_the_log_whose_time_or_id_is_in_its_name()
    {
        folder.Write("sim-trace/20220612082523-IBZwYd0MRMqgwKlAe7bb0A/0-iteration.csv", Log);
        folder.Write("sim-trace/20220612083508-PMfF__s5QJSQT_-E0rEYwg/0-iteration.csv", Log);
        var first = folder.Write("videos/evaluation-20220612082853-IBZwYd0MRMqgwKlAe7bb0A.MP4");
        var second = folder.Write("videos/2022-06-12_08-35-08.webm");

        Assert.Equal([first, second], ModelFolder.Find(folder.Root).Select(files => files.VideoPath));
    }

    [Fact]
    public void A_video_without_such_a_name_belongs_to_the_nearest_log()
    {
        folder.Write("a/evaluation-simtrace/0-iteration.csv", Log);
        folder.Write("b/evaluation-simtrace/0-iteration.csv", Log);
        var near = folder.Write("a/0-video.mp4");
        var far = folder.Write("evaluation.mkv");
        folder.Write("b/deepracer_analysis_20260101_120000.mp4");

        Assert.Equal([near, far], ModelFolder.Find(folder.Root).Select(files => files.VideoPath));
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
    public void Where_a_video_is_needed_the_newest_evaluation_with_one_is_chosen()
    {
        folder.Write("evaluation-20220709201503/0-iteration.csv", Log);
        folder.Write("evaluation-20220709201503/0-video.mp4");
        folder.Write("evaluation-20220709201704/0-iteration.csv", Log);

        Assert.Equal(
            ["Evaluation 1 of 2, the newest with a video: evaluation-20220709201503. Choose with --evaluation N: " +
                "1 evaluation-20220709201503, 2 evaluation-20220709201704."],
            Choose(videoNeeded: true).Remarks);
        Assert.Equal(2, Choose().Files.Number);
    }

    [Fact]
    public void Metrics_belong_to_the_log_whose_laps_they_hold()
    {
        folder.Write("0-iteration.csv", Log);
        folder.Write("other.json", """{"metrics": [{"start_time": 500, "metric_time": 600}]}""");
        folder.Write("broken.json", "{");

        Assert.Null(Choose().Files.MetricsPath);
        Assert.Equal(["other.json is left out: its laps are not those of 0-iteration.csv."], Choose().Remarks);

        var fitting = folder.Write("deep/metrics.json", """{"metrics": [{"start_time": 7150, "metric_time": 9000}]}""");

        Assert.Equal(fitting, Choose().Files.MetricsPath);
        Assert.Empty(Choose().Remarks);
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

        Assert.Equal((0, "training/0-iteration.csv"), (choice.Files.Number, choice.Files.Name));
        Assert.Equal(video, choice.Files.VideoPath);
        Assert.Empty(choice.Remarks);
        Assert.Equal(1, Choose(log: folder.Path("evaluation/0-iteration.csv")).Files.Number);
    }

    [Fact]
    public void Loops_of_links_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        folder.Write("a/b/0-iteration.csv", Log);
        Directory.CreateSymbolicLink(folder.Path("a/b/up"), folder.Root);
        Directory.CreateSymbolicLink(folder.Path("a/self"), folder.Path("a/self"));
        Directory.CreateSymbolicLink(folder.Path("gone"), folder.Path("nowhere"));

        Assert.Single(ModelFolder.Find(folder.Root));
    }

    public void Dispose() => folder.Dispose();

    private RunChoice Choose(string? log = null, string? video = null, int? evaluation = null, bool videoNeeded = false) =>
        ModelFolder.Choose(folder.Root, log, video, evaluation, videoNeeded);
}
