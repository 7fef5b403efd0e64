using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class ErrorTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    public static TheoryData<string, string> WrongCommandLines { get; } = new()
    {
        { "", "No run is given: name its folder, archive or files, PATH... or --model DIR." },
        { "scan", "No run is given: name its folder, archive or files, PATH... or --model DIR." },
        { "render --model DIR", "Option '--output' is required." },
        { "rendr --model DIR", "rendr: there is no such command; did you mean render?" },
        { "fly --model DIR", "fly: there is no such command" },
        { "--modle DIR", "--modle: there is no such option; did you mean --model?" },
        { "scan --model DIR --jsn", "--jsn: there is no such option; did you mean --json?" },
        { "paly --model DIR", "paly: there is no such command; did you mean play?" },
        { "scan DIR --kep-log", "--kep-log: there is no such option; did you mean --keep-log?" },
        { "runs", "Nothing is given to look through: name folders or archives, PATH..." },
        { "play --model", "Required argument missing for option: '--model'." },
        { "play --model DIR --fps 0", "--fps 0: expected a whole number, 1 to 100." },
        { "play --model DIR --fps 101", "--fps 101: expected a whole number, 1 to 100." },
        { "play --model DIR --fps 7.5", "--fps 7.5: expected a whole number, 1 to 100." },
        { "play --model DIR --fps fast", "--fps fast: expected a whole number, 1 to 100." },
        { "play --model DIR --start -1", "--start -1: expected a whole number, 0 or more." },
        { "play --model DIR --at lap", "--at lap: expected lap:N, section:N, row:N or frame:N, such as lap:2." },
        { "play --model DIR --at corner:3", "--at corner:3: expected lap:N, section:N, row:N or frame:N, such as lap:2." },
        { "play --model DIR --at row:-1", "--at row:-1: expected lap:N, section:N, row:N or frame:N, such as lap:2." },
        { "play --model DIR --at lap:1 --start 5", "--at and --start both say where to begin; give one of them." },
        { "play --model DIR --start 99999999999", "--start 99999999999: expected a whole number, 0 or more." },
        { "play --model DIR --size 960", "--size 960: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720." },
        { "play --model DIR --size 10x10", "--size 10x10: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720." },
        { "play --model DIR --size 120x130", "--size 120x130: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720." },
        {
            "play --model DIR --size 960x7000",
            "--size 960x7000: expected width x height in pixels, 160x120 to 7680x4320, such as 1280x720." },
        { "render --model DIR -o DIR/o.mp4 --from -1", "--from -1: expected a whole number, 0 or more." },
        { "render --model DIR -o DIR/o.mp4 --to x", "--to x: expected a whole number, 0 or more." },
        { "render --model DIR -o DIR/o.mp4 --from 5 --to 4", "--from 5 --to 4: expected the first frame before the last." },
        { "scan --model DIR --log x.csv --evaluation 1", "--log and --evaluation both choose a log; give one of them." },
        { "play --log x.csv --evaluation 1", "--log and --evaluation both choose a log; give one of them." },
        { "render DIR -o DIR/o.mp4 --coach 1 --joined", "--coach and --joined both say what is shown; give one of them." },
        { "render DIR -o DIR/o.mp4 --coach 1 --from 3", "--coach and --from both say what is shown; give one of them." },
        { "render DIR -o DIR/o.mp4 --coach 1 --to 3", "--coach and --to both say what is shown; give one of them." },
        { "report DIR --reward a", "--reward a: a name, `=` and an expression are needed, as in Speed=speed**2." },
        { "play DIR --reward a=", "--reward a=: a name, `=` and an expression are needed, as in Speed=speed**2." },
        { "export DIR -o DIR/o.csv --reward A=1 --reward =1", "--reward =1: a component needs a name." },
        { "render DIR -o DIR/o.mp4 --reward final=1", "--reward final=1: `final` is the name of the sum; give the component another." },
        { "scan --model DIR --evaluation 0", "--evaluation 0: expected a whole number, 1 or more." },
    };

    public static TheoryData<string, string> ImpossibleWishes { get; } = new()
    {
        { "scan --model DIR/none", "DIR/none: there is no such file or folder; give the folder, the archive, the log or the" },
        { "runs --model DIR/none", "DIR/none: there is no such file or folder; give the folder, the archive, the log or the" },
        { "runs --model DIR/model", "DIR/model: there is no sim-trace log" },
        { "scan --model DIR/model", "DIR/model: there is no sim-trace log" },
        { "DIR/none.tar.gz", "DIR/none.tar.gz: there is no such file or folder" },
        { "DIR/model", "DIR/model: there is no sim-trace log" },
        { "scan --model DIR again", "again: there is no such file or folder" },
        { "scan --model DIR/sim-trace", "DIR/sim-trace: there is no video" },
        { "scan --model DIR --log none.csv", "none.csv: there is no such file" },
        { "scan --model DIR --video none.mp4", "none.mp4: there is no such file" },
        { "scan --model DIR --evaluation 2", "DIR: there is no evaluation 2" },
        { "play --model DIR --keep-log --at lap:4", "--at lap:4: the laps are 1 to 3." },
        { "play --model DIR --keep-log --at section:0", "--at section:0: the sections are 1 to 7." },
        { "play --model DIR --keep-log --at row:764", "--at row:764: the log's rows are 0 to 763." },
        { "play --model DIR --keep-log --at frame:770", "--at frame:770: the video's frames are 0 to 769." },
        { "report --model DIR -o DIR/none/r.html", "DIR/none/r.html: can't be written" },
        { "report --model DIR -o DIR/evaluation-0-video.mp4", "DIR/evaluation-0-video.mp4: this is the evaluation's own video" },
        { "play --model DIR --keep-log --start 770", "--start 770: the video's frames are 0 to 769." },
        { "render --model DIR --keep-log -o DIR/o.mp4 --to 770", "--from 0 --to 770: the video's frames are 0 to 769." },
        { "render --model DIR --keep-log -o DIR/none/o.mp4 --to 2", "DIR/none/o.mp4: can't be written" },
        { "render --model DIR --keep-log -o DIR/model --to 2", "DIR/model: this is a folder" },
        {
            "render --model DIR --keep-log -o DIR/evaluation-0-video.mp4 --to 2",
            "DIR/evaluation-0-video.mp4: this is the evaluation's own video" },
    };

    public static TheoryData<string> Videos { get; } = ["an empty file", "random bytes", "cut off", "no frames"];

    [Theory]
    [MemberData(nameof(WrongCommandLines))]
    public void A_wrong_command_line_gets_a_line_and_at_most_a_hint(string arguments, string line)
    {
        var result = AssertNothingWritten(arguments);

        Assert.Equal(ExitCodes.WrongCommandLine, result.ExitCode);
        Assert.Equal(line, result.ErrorLines[0]);
        Assert.All(result.ErrorLines[1..], hint => Assert.Matches("^analyzer( [a-z]+)? --help lists what can be given\\.$", hint));
        Assert.InRange(result.ErrorLines.Length, 1, 2);
    }

    [Theory]
    [MemberData(nameof(ImpossibleWishes))]
    public void What_is_not_there_gets_a_line(string arguments, string start)
    {
        var result = AssertNothingWritten(arguments);

        AssertOneLine(start, result);
    }

    [Theory]
    [InlineData("rendr --model DIR", ExitCodes.WrongCommandLine, "rendr: there is no such command; did you mean render?")]
    [InlineData("scan --model DIR --evaluation 2", ExitCodes.NotAnalysed, "DIR: there is no evaluation 2")]
    public async Task A_process_says_it_on_its_standard_error_alone_and_by_its_exit_code(string arguments, int exitCode, string start)
    {
        var result = await AnalyzerProcess.Run(WordsOf(arguments));

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(start, result.Errors.Replace(run.Model, "DIR", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_named_as_the_user_typed_them()
    {
        var result = await AnalyzerProcess.Run([("ANALYZER_COMMAND", "./run.sh")], "rendr");

        Assert.EndsWith("./run.sh --help lists what can be given.", result.Errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Videos))]
    public void A_damaged_video_gets_a_line(string damage)
    {
        DamageVideo(damage);

        AssertOneLine("DIR/evaluation-0-video.mp4: ", AssertNothingWritten("scan --model DIR"));
    }

    [Fact]
    public async Task Decoders_say_nothing_of_a_damaged_video_by_themselves()
    {
        DamageVideo("cut off");

        AssertOneLine("DIR/evaluation-0-video.mp4: ", await AnalyzerProcess.Run(WordsOf("scan --model DIR")));
    }

    [Theory]
    [InlineData("0,1.0,1.5,-2.5,seven,10.0")]
    [InlineData("\0\u0001\u0002")]
    public void A_damaged_log_gets_a_line_with_its_number(string line)
    {
        var lines = File.ReadAllLines(run.Log);
        lines[20] = line;
        File.WriteAllBytes(run.Log, System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        AssertOneLine(
            $"{run.Log.Replace(run.Model, "DIR", StringComparison.Ordinal)}, line 21: ",
            AssertNothingWritten("scan --model DIR"));
    }

    [Fact]
    public void The_log_of_another_run_gets_a_line()
    {
        File.Copy(SampleRun.LogIn(SampleRun.Earlier), run.Log, overwrite: true);
        Directory.Delete(Path.Combine(run.Model, "metrics"), recursive: true);

        AssertOneLine("The log is not this video's: ", AssertNothingWritten("scan --model DIR"));
    }

    [Fact]
    public void A_stack_trace_comes_only_when_it_is_asked_for()
    {
        var result = AssertNothingWritten("runs --model DIR/none --verbose");

        Assert.Contains("   at Analyzer.", result.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => run.Dispose();

    private ProgramResult AssertNothingWritten(string arguments)
    {
        var before = FolderState.Of(run.Model);
        var result = AnalyzerInProcess.Run(WordsOf(arguments));
        Assert.Equal("", result.Output);
        Assert.Equal(before, FolderState.Of(run.Model));
        return result;
    }

    private string[] WordsOf(string arguments) =>
        [
            .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Replace("DIR", run.Model, StringComparison.Ordinal)),
        ];

    private void AssertOneLine(string start, ProgramResult result)
    {
        Assert.Equal(ExitCodes.NotAnalysed, result.ExitCode);
        var line = Assert.Single(result.ErrorLines, line => !line.StartsWith("Track: ", StringComparison.Ordinal))
            .Replace(run.Model, "DIR", StringComparison.Ordinal);
        Assert.StartsWith(start, line, StringComparison.Ordinal);
    }

    private void DamageVideo(string damage)
    {
        File.Delete(Path.ChangeExtension(run.Video, ".hud.csv"));
        var content = File.ReadAllBytes(run.Video);
        var damaged = damage switch
        {
            "an empty file" => [],
            "random bytes" => RandomBytes(100_000),
            "cut off" => content[..^100_000],
            _ => [.. content[..200], .. RandomBytes(content.Length - 200)],
        };
        File.WriteAllBytes(run.Video, damaged);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
