using Analyzer.Platform;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Analyzer.Tests.Rewards.Functions;

/// <summary>How a reward function's run ends that does not end by itself, and where it can't even begin.</summary>
public sealed class RewardFunctionEndTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_that_never_returns_is_stopped_in_its_line()
    {
        SkipWithoutPython();
        var result = await RewardFunctionRunner.RunAsync(
            Write(
            """
            import time
            def reward_function(params):
                while params["x"] > 2:
                    time.sleep(0.01)
                return 7
            """),
            new RewardRows(Runs.Small),
            TimeSpan.FromSeconds(10),
            time: new FakeTimeProvider(),
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([7.0, null, null, null], result.Series[0].Values);
        Assert.Matches("^reward.py: stopped after 3 s in line [34]; the rows from 1 on have no value.$", Assert.Single(result.Messages));
    }

    [Fact]
    public async Task Cancelling_ends_python()
    {
        using var cancellation = new CancellationTokenSource();
        var firstRow = new FirstReport(cancellation.Cancel);

        var run = RewardFunctionRunner.RunAsync(
            Write("def reward_function(params):\n    while params['x'] > 2: pass\n    return 7\n"),
            new RewardRows(Runs.Small), TimeSpan.FromMinutes(10), firstRow, cancellation: cancellation.Token);

        SkipWithoutPython();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => run.WaitAsync(TimeSpan.FromSeconds(100), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Processes_that_take_too_much_memory_together_are_stopped()
    {
        SkipWithoutPython();
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the guard is for Linux");
        var python = folder.Write("python", """
            #!/bin/sh
            exec python3 "$1" "$2" "$3" "$4" "$(printf %s "$5" | sed 's/^MOST_MEMORY = .*/MOST_MEMORY = 100 * MEGABYTE/
            s/"AS": MOST_MEMORY/"AS": 2048 * MEGABYTE/')" "$6"
            """);
        SystemProgram.Output("chmod", "+x", python);

        var result = await RewardFunctionRunner.RunAsync(
            Write(
            """
            import os, time
            def reward_function(params):
                if params["x"] > 2 and os.fork() + os.fork():
                    block = bytearray(50_000_000)
                    time.sleep(97)
                return 7
            """),
            new RewardRows(Runs.Small), Limit, command: python, rowLimit: Limit, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([7.0, null, null, null], result.Series[0].Values);
        Assert.Contains(
            "reward.py: stopped, its processes took more than 100 MB together; the rows from 1 on have no value.", result.Messages);
    }

    [Fact]
    public async Task A_missing_python_is_said_plainly()
    {
        var result = await RewardFunctionRunner.RunAsync(
            Write("def reward_function(params): return 1"), new RewardRows(Runs.Small), Limit, command: "no-such-python",
            cancellation: TestContext.Current.CancellationToken);

        Assert.Equal("reward.py: there is no no-such-python to run it; install Python 3.", Assert.Single(result.Messages));
    }

    [Fact]
    public async Task A_missing_file_is_an_error() => await Assert.ThrowsAsync<RunException>(
        () => RewardFunctionRunner.RunAsync(
            "nowhere.py",
            new RewardRows(Runs.Small),
            Limit,
            cancellation: TestContext.Current.CancellationToken));

    private static void SkipWithoutPython() => Python.Start("-V").Dispose();

    private string Write(string text) => folder.Write("reward.py", text);

    private sealed class FirstReport(Action report) : IProgress<Progress>
    {
        public void Report(Progress value) => report();
    }
}
