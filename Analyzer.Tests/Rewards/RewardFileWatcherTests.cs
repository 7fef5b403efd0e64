using Analyzer.Rewards;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Analyzer.Tests.Rewards;

public sealed class RewardFileWatcherTests : IDisposable
{
    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);
    private static readonly RewardRows Rows = new(Runs.Small);

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_save_shows_within_half_a_second()
    {
        Save("x");
        using var watcher = Watch();

        Save("x + 1");
        time.Advance(HalfASecond);

        Assert.Equal(2.5, watcher.State.Rewards.Final[0]);
        Assert.Null(watcher.State.Message);
    }

    [Fact]
    public void A_file_that_is_replaced_or_comes_up_late_is_seen_too()
    {
        using var watcher = Watch();
        Save("7");
        time.Advance(HalfASecond);
        Assert.Equal(7, watcher.State.Rewards.Final[0]);

        var other = folder.Write("rewards.json~", """{"A": "8888"}""");
        File.Move(other, folder.Path("rewards.json"), overwrite: true);
        time.Advance(HalfASecond);

        Assert.Equal(8888, watcher.State.Rewards.Final[0]);
    }

    [Fact]
    public void A_mistake_keeps_the_last_good_rewards_and_is_shown()
    {
        Save("x");
        using var watcher = Watch();

        Save("speeed");
        time.Advance(HalfASecond);

        Assert.Equal(1.5, watcher.State.Rewards.Final[0]);
        Assert.EndsWith("rewards.json, line 1, column 7: A, column 1: no column `speeed`; did you mean `speed`?", watcher.State.Message);

        Save("x * 4");
        time.Advance(HalfASecond);

        Assert.Equal(6, watcher.State.Rewards.Final[0]);
        Assert.Null(watcher.State.Message);
    }

    [Fact]
    public void Nothing_is_read_without_a_save_or_after_the_end()
    {
        Save("x");
        var watcher = Watch();

        var first = watcher.State;
        time.Advance(HalfASecond * 10);
        Assert.Same(first, watcher.State);

        watcher.Dispose();
        Save("x + 1");
        time.Advance(HalfASecond);
        Assert.Same(first, watcher.State);
    }

    [Fact]
    public void A_file_that_is_still_growing_is_left_alone()
    {
        Save("x");
        using var watcher = Watch();
        var first = watcher.State;

        for (var length = 1; length < 5; length++)
        {
            folder.Write("rewards.json", "{\"A\": \"x"[..(length + 4)]);
            time.Advance(TimeSpan.FromMilliseconds(150));
        }

        Assert.Same(first, watcher.State);
    }

    private void Save(string expression) => folder.Write("rewards.json", $$"""{"A": "{{expression}}"}""");

    [Fact]
    public async Task Closing_it_while_rewards_are_being_made_waits_for_nothing_and_ends_them()
    {
        Save("x");
        var (begun, ended) = (new TaskCompletionSource(), new TaskCompletionSource());
        string[] paths = [folder.Path("rewards.json")];
        var watcher = new RewardFileWatcher(paths, RewardFileWatcher.StampOf(paths), new RewardTable([]), Endless, time);
        Save("x + 1");
        var looking = Task.Run(() => time.Advance(HalfASecond), TestContext.Current.CancellationToken);
        await begun.Task;

        watcher.Dispose();

        await ended.Task;
        await looking;
        Assert.Empty(watcher.State.Rewards.Series);

        RewardTable Endless(CancellationToken cancellation)
        {
            begun.SetResult();
            cancellation.WaitHandle.WaitOne();
            ended.SetResult();
            throw new OperationCanceledException(cancellation);
        }
    }

    private RewardFileWatcher Watch()
    {
        var sources = new RewardSources(folder.Root, null, []);
        return new RewardFileWatcher(sources.Paths, RewardFileWatcher.StampOf(sources.Paths), Load(), _ => Load(), time);
        RewardTable Load() => RewardTable.Evaluate(sources.Read(), Rows);
    }
}
