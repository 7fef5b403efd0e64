using System.Runtime.Versioning;
using Analyzer.Logs.Discovery;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

public sealed class RunChooserErrorTests : IDisposable
{
    private const string NoLog = "DIR: there is no sim-trace log (a .csv file with the columns episode, steps and tstamp, or a log with " +
        "SIM_TRACE_LOG lines)";

    private readonly TempFolder folder = new();

    [Fact]
    public void A_missing_folder() =>
        AssertError(
            "DIR/none: there is no such file or folder; give the folder, the archive, the log or the video of a run.",
            model: $"{folder.Root}/none");

    [Fact]
    public void A_file_that_is_none_of_a_run() =>
        AssertError(
            "DIR/notes.pdf: this is no log, video or archive that is known here; give a sim-trace CSV, a robomaker or simulation log, " +
            "a video (.mp4 .mov .mkv .avi .webm), an archive (.zip .tar.gz .tgz .tar) or a folder.",
            model: folder.Write("notes.pdf"));

    [Fact]
    public void An_empty_folder() =>
        AssertError($"{NoLog}, no .csv file at all; add the evaluation's logs (folder or archive), or name one with --log FILE.");

    [Fact]
    public void An_archive_that_is_damaged()
    {
        folder.Write("logs.tar.gz");
        folder.Write("frames.csv", "frame,row\n");

        AssertError($"{NoLog}, only frames.csv (DIR/logs.tar.gz: the archive can't be read (it is empty); download it again, or " +
            "unpack it and give the folder); add the evaluation's logs (folder or archive), or name one with --log FILE.");
    }

    [Fact]
    public void Only_a_log_that_lacks_a_column()
    {
        folder.Write("notes.csv", "a,b\n");
        folder.Write("sim-trace/0-iteration.csv", Some.Log(Some.Line).Replace("tstamp", "time", StringComparison.Ordinal));

        AssertError(
            "DIR/sim-trace/0-iteration.csv, line 1: the columns are episode,steps,X,Y,yaw,steer,throttle,action,reward,done,all_..., " +
            "expected a sim-trace header; missing: tstamp; choose the evaluation's sim-trace CSV with --log FILE.");
    }

    [Fact]
    public void An_archive_of_a_kind_that_is_not_read()
    {
        folder.Write("logs.7z");

        AssertError($"{NoLog}, no .csv file at all (DIR/logs.7z: passed over, such archives are not read; unpack it); " +
            "add the evaluation's logs (folder or archive), or name one with --log FILE.");
    }

    [Fact]
    public void Only_files_that_are_no_logs()
    {
        folder.Write("robomaker.log", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
        folder.Write("log.xlsx", "PK");

        AssertError($"{NoLog}, only log.xlsx, robomaker.log; " +
            "add the evaluation's logs (folder or archive), or name one with --log FILE.");
    }

    [Theory]
    [InlineData("", "DIR/0-iteration.csv: the file is empty, expected a sim-trace log; ")]
    [InlineData(
        "<html><head>Sign in</head></html>",
        "DIR/0-iteration.csv, line 1: the columns are <html><head>Sign in</head></html>, expected a sim-trace header; missing: episode, ")]
    public void A_file_by_the_simulators_name_for_a_log_that_is_none(string content, string message)
    {
        folder.Write("0-iteration.csv", content);

        var error = Assert.Throws<RunException>(() => Choose());

        Assert.StartsWith(message, error.Message.Replace(folder.Root, "DIR", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_nowhere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights on Windows");
        File.CreateSymbolicLink(folder.Path("log.csv"), "/none/log.csv");

        AssertError(
            "DIR/log.csv: this link leads to /none/log.csv, where nothing is found; " +
            "give the folder, the archive, the log or the video of a run.",
            model: folder.Path("log.csv"));
    }

    [Theory]
    [InlineData("the run", "closed/log.csv", null, "DIR/closed/log.csv", "give the folder, the archive, the log or the video of a run.")]
    [InlineData("the log", null, "closed/log.csv", "closed/log.csv", "correct --log FILE.")]
    [UnsupportedOSPlatform("windows")]
    public void What_lies_in_a_folder_that_may_not_be_entered(string what, string? model, string? log, string shown, string remedy)
    {
        Assert.NotEmpty(what);
        folder.Write("closed/log.csv", Some.Log(Some.Line));
        folder.Write("open.csv", Some.Log(Some.Line));
        folder.Admit();
        File.SetUnixFileMode(folder.Path("closed/"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        try
        {
            var error = Unprivileged.Run(() => Record.Exception(() => Choose(model is null ? null : $"{folder.Root}/{model}", log)));

            Assert.Equal(
                $"{shown}: it can't be looked for (permission denied: a folder above it may not be entered); {remedy}",
                error?.Message.Replace(folder.Root, "DIR", StringComparison.Ordinal));
        }
        finally
        {
            File.SetUnixFileMode(folder.Path("closed/"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void No_video()
    {
        folder.Write("log.csv", Some.Log(Some.Line));

        AssertError(
            "DIR: there is no video (.mp4 .mov .mkv .avi .webm) to play; add the evaluation's video, or name one with --video FILE; " +
            "export, report and runs work without a video.",
            videoNeeded: true);
    }

    [Fact]
    public void Only_the_video_of_another_evaluation()
    {
        folder.Write("evaluation-20220709201503/log.csv", Some.Log(Some.Line));
        folder.Write("evaluation-20220709201503/video.mp4");
        folder.Write("evaluation-20220709201704/log.csv", Some.Log(Some.Line));

        AssertError(
            "DIR: no video belongs to evaluation-20220709201704; there are evaluation-20220709201503/video.mp4; " +
            "choose one with --video FILE, or another evaluation with --evaluation N; export, report and runs work without a video.",
            evaluation: 2,
            videoNeeded: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    public void An_evaluation_that_is_not_there(int number)
    {
        folder.Write("a.csv", Some.Log(Some.Line));
        folder.Write("b.csv", Some.Log(Some.LineWith("X", "2.5")));

        AssertError($"DIR: there is no evaluation {number}; there are 1 a.csv, 2 b.csv.", evaluation: number);
    }

    [Fact]
    public void A_log_that_is_not_there() =>
        AssertError("x.csv: there is no such file, neither in the current folder nor in DIR; correct --log FILE.", log: "x.csv");

    [Fact]
    public void A_folder_in_place_of_a_video()
    {
        folder.Write("log.csv", Some.Log(Some.Line));
        folder.Write("videos/x.mp4");

        AssertError("videos: this is a folder, expected a file; give the file itself with --video FILE.", video: "videos");
    }

    public void Dispose() => folder.Dispose();

    private void AssertError(
        string message, string? model = null, string? log = null, string? video = null, int? evaluation = null, bool videoNeeded = false)
    {
        var error = Assert.Throws<RunException>(() => Choose(model, log, video, evaluation, videoNeeded));

        Assert.Equal(message, error.Message.Replace(folder.Root, "DIR", StringComparison.Ordinal));
    }

    private void Choose(
        string? model = null, string? log = null, string? video = null, int? evaluation = null, bool videoNeeded = false) =>
        new RunChooser(new RunLibrary([model ?? folder.Root]), new NoProbe(), ask: null)
            .Choose(new RunRequest([model ?? folder.Root], log, video, evaluation, videoNeeded));
}
