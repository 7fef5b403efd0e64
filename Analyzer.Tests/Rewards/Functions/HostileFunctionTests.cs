using Analyzer.Rewards.Functions;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Analyzer.Tests.Rewards.Functions;

/// <summary>A reward function from a stranger: each misbehaviour is stopped with all that it started, and named in a line.</summary>
public sealed class HostileFunctionTests
{
    /// <summary>What it does in its second row (or on import), and the line that names it.</summary>
    public static TheoryData<string, string, string> Misbehaviours => new()
    {
        { "a signal that ends it", "os.kill(os.getpid(), 9)", "ended by the signal SIGKILL; the rows from 1 on have no value." },
        { "a fault in native code", "import ctypes; ctypes.string_at(0)",
            "ended by the signal SIGSEGV; the rows from 1 on have no value." },
        { "a flood without an end of line", "while True: os.write(2, b'x' * 1000000)",
            "stopped, it wrote more than 32 MB; the rows from 1 on have no value." },
        { "a fork", "os.fork()", "it forks; only its first process answers, the others are ended." },
        { "processes without end", "while True: subprocess.Popen(['sleep', '97'])",
            "stopped, it started more than 64 processes; the rows from 1 on have no value." },
        { "lines that look like answers", "write(b'{\"row\":9,\"reward\":1}\\n')", "{\"row\":9,\"reward\":1}" },
        { "forks without end", "while True: os.fork()",
            "stopped, it started more than 64 processes; the rows from 1 on have no value." },
        { "half an answer", "write(b'{\"hidden\":1e99}\\n')", "{\"hidden\":1e99}" },
        { "an answer without a text", "write(b'{\"fatal\":1,\"error\":null}\\n')", "{\"fatal\":1,\"error\":null}" },
        { "control characters", "print('\\x1b[2J\\u202e')", "line 6, row 1: \\x1b[2J\\u202e" },
    };

    /// <summary>What it does in its second row, and the gap that it leaves there.</summary>
    public static TheoryData<string, string, string> Gaps => new()
    {
        { "a file that would fill the disk", "open('f', 'wb').write(bytes(2000000))", "line 6: OSError: [Errno 27] File too large" },
        { "more memory than there is", "bytearray(10 ** 11)", "line 6: MemoryError: " },
        { "an exception that can't be shown", "raise Rude()", "line 6: Rude: <SystemExit where it was to be shown>" },
        { "a result that can't be shown", "return Rude()", "it gives <SystemExit where it was to be shown>, not a finite number" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task It_is_named_in_a_line(string what, string body, string line)
    {
        var result = await Run(body);

        Assert.True(result.Messages.Contains($"reward.py: {line}") || result.Messages.Contains($"reward.py, {line}"),
            $"{what}: {string.Join('\n', result.Messages)}");
        Assert.Equal(1, result.Series[0].Values[0]);
    }

    [Theory]
    [InlineData("an endless loop", "while True: pass", "( in line 6)?")]
    [InlineData("a signal that stops it", "os.kill(os.getpid(), 19)", "")]
    public async Task What_takes_too_long_is_ended(string what, string body, string place)
    {
        var result = await Run(body, time: TimeProvider.System, rowLimit: RewardFunctionRunner.RowLimit);

        Assert.NotEmpty(what);
        Assert.Matches($"^reward.py: stopped after 3 s{place}; the rows from 1 on have no value.$", Assert.Single(result.Messages));
    }

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task It_is_a_gap_in_its_row(string what, string body, string reason)
    {
        var result = await Run(body);

        Assert.Equal((what, $"1 row: {reason}, in row 1"), (what, result.Series[0].Gaps?.Description));
        Assert.Equal([1.0, null, 1, 1], result.Series[0].Values);
    }

    [Fact]
    public async Task A_fork_changes_no_value()
    {
        var result = await Run("os.fork()", answer: "params['x']");

        Assert.Equal([1.5, 2.5, 3.5, 4.5], result.Series[0].Values);
    }

    [Fact]
    public async Task What_it_started_ends_with_it_in_a_session_of_its_own_too()
    {
        var seconds = $"97.{Environment.ProcessId}";

        await Run($"subprocess.Popen(['sleep', '{seconds}']); subprocess.Popen(['setsid', 'sleep', '{seconds}'])");

        Assert.True(await Poll.Until(() => !CommandLines().Any(line => line.Contains(seconds, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task It_sees_no_variable_of_the_user_and_an_empty_folder_that_is_gone_at_the_end()
    {
        Environment.SetEnvironmentVariable("ANALYZER_TEST_SECRET", "secret");

        var result = await Run("print(os.environ.get('ANALYZER_TEST_SECRET'), os.listdir('.')); open('kept', 'w'); print(os.getcwd())");

        Assert.Equal("reward.py, line 6, row 1: None []", result.Messages[0]);
        Assert.False(Directory.Exists(result.Messages[1].Split(": ")[1]));
    }

    [Fact]
    public void It_cannot_write_to_what_the_users_shell_has_open()
    {
        using var folder = new TempFolder();
        var function = folder.Write("reward.py", """
            import os
            def reward_function(params):
                try: os.write(9, b'written')
                except OSError: return 7
                return 8
            """);
        string open = folder.Path("open"), table = folder.Path("table.csv");

        SystemProgram.Output("sh", "-c", "exec 9>\"$0\"; exec dotnet \"$@\"", open,
            AnalyzerProcess.Path, "export", SampleRun.Earlier, "--reward-function", function, "-o", table);

        Assert.Equal("", File.ReadAllText(open));
        Assert.All(File.ReadLines(table).Skip(1), line => Assert.EndsWith(",7", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_alarm_raises_between_two_rows_is_named()
    {
        var result = await RewardFunctions.Run(SampleRun.Trace,
            """
            import signal
            def ring(*_): raise ValueError("ring")
            signal.signal(signal.SIGALRM, ring)
            def reward_function(params):
                if params["steps"] == 1: signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
                return 1
            """);

        Assert.Contains("ValueError: ring", result.Series[0].Gaps?.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_bounded_in_length_and_number()
    {
        var result = await Run("components.update({'x' * 10000000: 1}); components.update({f'n{i}': 1 for i in range(100000)})");

        Assert.InRange(result.Series.Length, 2, 101);
        Assert.All(result.Series, series => Assert.InRange(series.Name.Length, 1, 200));
    }

    // Without limits in time but where they are meant: on a busy machine they may come before the guard has had its turn.
    private static Task<RewardFunctionResult> Run(
        string body, string answer = "1", TimeProvider? time = null, TimeSpan? rowLimit = null) => RewardFunctions.Run(Runs.Small,
        $$"""
        import os, subprocess; components = {}
        import fcntl
        def write(line): [os.write(f, line) for f in range(3, 40) if os.path.exists(f'/proc/self/fd/{f}') and fcntl.fcntl(f, 3) & 1]
        def reward_function(params):
            if params['steps'] == 2:
                {{body}}
            return {{answer}}
        class Rude(Exception):
            def __str__(self): raise SystemExit(3)
            __repr__ = __str__
        """,
        time: time ?? new FakeTimeProvider(), rowLimit: rowLimit ?? TimeSpan.FromMinutes(1));

    private static IEnumerable<string> CommandLines() => Directory.EnumerateDirectories("/proc").Select(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    });
}
