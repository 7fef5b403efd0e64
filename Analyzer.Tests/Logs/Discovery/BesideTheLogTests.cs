using Analyzer.Logs.Discovery;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Which video, metrics and action space belong to a log.</summary>
public sealed class BesideTheLogTests : LibraryStage
{
    [Fact]
    public void A_video_belongs_to_the_log_whose_time_or_id_is_in_its_name()
    {
        Folder.Write("sim-trace/20220612082523-IBZwYd0MRMqgwKlAe7bb0A/0-iteration.csv", Log);
        Folder.Write("sim-trace/20220612083508-PMfF__s5QJSQT_-E0rEYwg/0-iteration.csv", Log);
        var first = Folder.Write("videos/evaluation-20220612082853-IBZwYd0MRMqgwKlAe7bb0A.MP4");
        var second = Folder.Write("videos/2022-06-12_08-35-08.webm");

        Assert.Equal([first, second], Found().Select(files => files.VideoPath));
    }

    [Fact]
    public void A_video_without_such_a_name_belongs_to_the_nearest_log()
    {
        Folder.Write("a/evaluation-simtrace/0-iteration.csv", Log);
        Folder.Write("b/evaluation-simtrace/0-iteration.csv", Log);
        var near = Folder.Write("a/0-video.mp4");
        var far = Folder.Write("evaluation.mkv");
        Folder.Write("b/deepracer_analysis_20260101_120000.mp4");

        Assert.Equal([near, far], Found().Select(files => files.VideoPath));
    }

    [Fact]
    public void Of_several_cameras_the_one_with_the_HUD_is_taken_and_none_of_the_training()
    {
        Folder.Write("evaluation-20220709201503/evaluation-simtrace/0-iteration.csv", Log);
        foreach (var camera in new[] { "45degree", "pip", "topview" })
        {
            Folder.Write($"mp4/camera-{camera}/0-video.mp4");
            Folder.Write($"training/camera-{camera}/0-video.mp4");
        }

        Assert.Equal(Folder.Path("mp4/camera-pip/0-video.mp4"), Choose().Files.VideoPath);
    }

    [Fact]
    public void Several_videos_are_listed()
    {
        Folder.Write("0-iteration.csv", Log);
        Folder.Write("b.mp4");
        Folder.Write("a.mp4");

        var choice = Choose(videoNeeded: true);

        Assert.Equal(Folder.Path("a.mp4"), choice.Files.VideoPath);
        Assert.Equal(["Video a.mp4, the best match among 2. Choose with --video FILE: a.mp4, b.mp4."], choice.Remarks);
    }

    [Fact]
    public void Where_there_are_videos_the_newest_evaluation_with_one_is_chosen()
    {
        Folder.Write("evaluation-20220709201503/0-iteration.csv", Log);
        Folder.Write("evaluation-20220709201503/0-video.mp4");
        Folder.Write("evaluation-20220709201704/0-iteration.csv", Log);

        Assert.Equal(
            ["Evaluation of 2022-07-09 20:15, 1 lap, the one with a video; 1 other: --evaluation N (" +
                "1 evaluation-20220709201503, 2 evaluation-20220709201704)."],
            Choose(videoNeeded: true).Remarks);
        Assert.Equal(1, Choose().Files.Number);
    }

    [Fact]
    public void A_run_that_is_asked_for_is_opened_without_the_video_that_lies_with_another()
    {
        Folder.Write("a/evaluation-simtrace/0-iteration.csv", Log);
        Folder.Write("a/mp4/0-video.mp4");
        Folder.Write("b/evaluation-simtrace/0-iteration.csv", Log);

        var choice = Choose(evaluation: 2);

        Assert.Null(choice.Files.VideoPath);
        Assert.Equal(["a/mp4/0-video.mp4 is left out, it is another run's; --video FILE takes it all the same."], choice.Remarks);
        Assert.Equal(Folder.Path("a/mp4/0-video.mp4"), Choose(evaluation: 2, video: "a/mp4/0-video.mp4").Files.VideoPath);
    }

    [Fact]
    public void Metrics_belong_to_the_log_whose_laps_they_hold()
    {
        Folder.Write("0-iteration.csv", Log);
        Folder.Write("other.json", """{"metrics": [{"start_time": 500, "metric_time": 600}]}""");
        Folder.Write("broken.json", "{");

        Assert.Null(Choose().Files.MetricsPath);
        Assert.Equal(
            [
                $"{Folder.Root}/broken.json, line 1: this is not valid JSON (column 2); download the evaluation's metrics again, or " +
                    "remove the file to go by the log alone. It is passed over.",
                "other.json is left out: its laps are not those of 0-iteration.csv.",
            ],
            Choose().Remarks);

        var fitting = Folder.Write("deep/metrics.json", """{"metrics": [{"start_time": 7150, "metric_time": 9000}]}""");

        Assert.Equal(fitting, Choose().Files.MetricsPath);
        Assert.Single(Choose().Remarks);
    }

    [Theory]
    [InlineData("metrics/evaluation/x.json", """{"metrics": {"lap": 1}}""", "there is no list \"metrics\", expected one entry a lap")]
    [InlineData("metrics/x.json", "[]", "there is no list \"metrics\", expected one entry a lap")]
    [InlineData("EvaluationMetrics-1.json", """{"metrics": 5}""", "there is no list \"metrics\", expected one entry a lap")]
    [InlineData("metrics/x.json", """{"metrics": [7]}""", "entry 1 of \"metrics\" has no number \"start_time\"")]
    [InlineData("x.json", """{"metrics": [{"start_time": 7}]}""", "entry 1 of \"metrics\" has no number \"metric_time\"")]
    [InlineData("x.json", """{"metrics": {"1": {"metric_time": 7}}}""", "there is no list \"metrics\", expected one entry a lap")]
    [InlineData("x.json", """{"metrics": {"accuracy": 0.9}}""", null)]
    [InlineData("x.json", """{"metrics": [0.9]}""", null)]
    [InlineData("hyperparameters.json", """{"lr": 0.1, "start_time": 5}""", null)]
    [InlineData("x.json", """{"metrics": {"text": "\ud800"}}""", null)]
    [InlineData("x.json", "5", null)]
    public void Metrics_of_a_wrong_shape_are_passed_over_with_a_word_and_other_JSON_without(string name, string content, string? reason)
    {
        Folder.Write("evaluation/evaluation-simtrace/0-iteration.csv", Log);
        var file = Folder.Write(name, content);

        Assert.Equal(
            reason is null ? [] : [$"{file}: {reason}; download the evaluation's metrics again, or remove the file to go by the log " +
                "alone. It is passed over."],
            Choose().Remarks);
    }

    [Fact]
    public void The_action_space_is_the_nearest()
    {
        Folder.Write("run/logs/0-iteration.csv", Log);
        Folder.Write("model_metadata.json", "{}");
        Folder.Write("other/model/model_metadata.json", "{}");
        var near = Folder.Write("run/model/model_metadata.json", "{}");

        Assert.Equal(near, Choose().Files.ActionSpacePath);
    }

    [Fact]
    public void A_log_and_a_video_may_be_named_from_the_model_folder_or_by_their_whole_path()
    {
        Folder.Write("evaluation/0-iteration.csv", Log);
        Folder.Write("training/0-iteration.csv", Log);
        var video = Folder.Write("x.mp4");
        Folder.Write("y.mp4");

        var choice = Choose(log: "training/0-iteration.csv", video: video);

        Assert.Equal((2, "training/0-iteration.csv"), (choice.Files.Number, choice.Files.Name));
        Assert.Equal(video, choice.Files.VideoPath);
        Assert.Empty(choice.Remarks);
        Assert.Equal(1, Choose(log: Folder.Path("evaluation/0-iteration.csv")).Files.Number);
    }

    [Fact]
    public void An_even_choice_is_asked_where_somebody_can_be()
    {
        foreach (var stamp in new[] { "20220709201503", "20220709201704" })
        {
            Folder.Write($"evaluation-{stamp}/0-iteration.csv", Log);
            Folder.Write($"videos/{stamp}.mp4");
        }

        var asked = new List<string>();
        var choice = new RunChooser(new RunLibrary([Folder.Root]), new NoProbe(), runs =>
        {
            asked.AddRange(runs.Select(run => run.Description));
            return runs[0];
        }).Choose(new RunRequest([Folder.Root], null, null, null, IsVideoNeeded: true));

        Assert.Equal(["evaluation of 2022-07-09 20:15, 1 lap", "evaluation of 2022-07-09 20:17, 1 lap"], asked);
        Assert.Equal((1, Folder.Path("videos/20220709201503.mp4")), (choice.Files.Number, choice.Files.VideoPath));
    }

    [Fact]
    public void A_job_is_told_by_its_name_though_its_stamps_differ()
    {
        Folder.Write("sim-trace/evaluation/2026-03-07T17:52:00.898Z-one-evaluation-abc/evaluation-simtrace/0-iteration.csv", Log);
        Folder.Write("sim-trace/evaluation/2026-03-07T18:52:00.898Z-two-evaluation-def/evaluation-simtrace/0-iteration.csv", Log);
        var first = Folder.Write("videos/evaluation/2026-03-07T18:52:00.100Z-one-evaluation-abc/camera-pip/0-video.mp4");
        var second = Folder.Write("videos/evaluation/2026-03-07T19:59:20.610Z-two-evaluation-def/camera-pip/0-video.mp4");

        Assert.Equal(
            [("one-evaluation-abc", first), ("two-evaluation-def", second)], Found().Select(files => (files.Job, files.VideoPath)));
    }
}
