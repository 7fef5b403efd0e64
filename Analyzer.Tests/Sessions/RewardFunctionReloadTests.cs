using Analyzer.Platform;
using Analyzer.Sessions.Components;
using Analyzer.Tests.Rewards;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

/// <summary>A reward function that is saved while its run is played.</summary>
public sealed class RewardFunctionReloadTests : IDisposable
{
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);

    private readonly TempFolder folder = new();
    private readonly TestConsole messages = new();
    private readonly FakeTimeProvider time = new();

    public RewardFunctionReloadTests() => Python.Start("-V").Dispose();

    [Fact]
    public void Saving_it_runs_it_again_and_a_mistake_keeps_the_last_good_values()
    {
        Save("return params['x']");
        using var watcher = Load().Watch(time);
        Assert.Equal([1.5, 2.5, 3.5, 4.5], watcher.State.Rewards.Final);

        Save("return params['x'] * 10");
        time.Advance(HalfASecond);
        Assert.Equal([15.0, 25, 35, 45], watcher.State.Rewards.Final);

        Save("return params['x'] *");
        time.Advance(HalfASecond);
        Assert.Equal([15.0, 25, 35, 45], watcher.State.Rewards.Final);
        Assert.Equal("reward.py: line 2: SyntaxError: invalid syntax.", watcher.State.Message);

        Save("print('again'); return 7.0");
        time.Advance(HalfASecond);
        Assert.Equal([7.0, 7, 7, 7], watcher.State.Rewards.Final);
        Assert.Null(watcher.State.Message);
        Assert.Contains("reward.py, line 2, row 0: again", messages.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Saving_rewards_json_does_not_run_it_again()
    {
        Save("open(__file__ + '.runs', 'a').write('x'); return 2");
        using var watcher = Load().Watch(time);
        var runs = new FileInfo(folder.Path("reward.py.runs")).Length;

        folder.Write("rewards.json", """{"A": "x"}""");
        time.Advance(HalfASecond);

        Assert.Equal(["A", "reward_function"], watcher.State.Rewards.Series.Select(series => series.Name));
        Assert.Equal([2.0, 2, 2, 2], watcher.State.Rewards.Final);
        Assert.Equal(runs, new FileInfo(folder.Path("reward.py.runs")).Length);
    }

    [Fact]
    public void What_was_saved_before_anybody_watched_is_taken_up()
    {
        Save("return 2");
        var loaded = Load();
        folder.Write("rewards.json", """{"A": "x"}""");

        using var watcher = loaded.Watch(time);
        time.Advance(HalfASecond);

        Assert.Equal(["A", "reward_function"], watcher.State.Rewards.Series.Select(series => series.Name));
    }

    [Fact]
    public void A_mistake_that_was_saved_while_the_video_is_read_keeps_the_last_good_components_and_is_told_all_the_time()
    {
        Save("return 2");
        var loaded = Load();
        folder.Write("rewards.json", """{"A": "speed * 2"}""");
        using (loaded.Watch(time)) time.Advance(HalfASecond);
        folder.Write("rewards.json", """{"A": "sped"}""");

        foreach (var metres in new double?[] { 1, 3 })
        {
            var grown = loaded.With([metres, metres, metres, metres], TestContext.Current.CancellationToken);
            using var watcher = grown.Watch(time);
            Assert.Equal([metres * 2, metres * 2, metres * 2, metres * 2], watcher.State.Rewards.Series[0].Values);
            time.Advance(HalfASecond);
            Assert.Contains("no column `sped`", watcher.State.Message, StringComparison.Ordinal);
            Assert.Equal(metres * 2, watcher.State.Rewards.Series[0].Values[0]);
        }
    }

    public void Dispose()
    {
        folder.Dispose();
        messages.Dispose();
    }

    private void Save(string body) => folder.Write("reward.py", $"def reward_function(params):\n    {body}\n");

    private LoadedRewards Load()
    {
        using var output = new TestConsole();
        var selection = RewardSelection.Default with { Function = folder.Path("reward.py") };
        return new RewardLoader(folder.Root, selection, new Terminal(output, messages, TimeProvider.System))
            .Load(Runs.Small, timeline: null, new(null, null), TestContext.Current.CancellationToken);
    }
}
