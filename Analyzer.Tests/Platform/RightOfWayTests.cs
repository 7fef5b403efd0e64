using Analyzer.Platform;

namespace Analyzer.Tests.Platform;

public sealed class RightOfWayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Where_nobody_waits_work_goes_on_at_once()
    {
        using var way = new RightOfWay();
        way.Take();
        way.Leave();

        way.Give(Cancellation);
    }

    [Fact]
    public async Task Work_stands_still_while_somebody_waits_and_goes_on_afterwards()
    {
        using var way = new RightOfWay(Timeout.InfiniteTimeSpan);
        way.Take();
        var order = new List<string>();
        using var begun = new SemaphoreSlim(0);
        var work = Task.Run(() =>
        {
            begun.Release();
            way.Give(Cancellation);
            lock (order) order.Add("work");
        }, Cancellation);

        await begun.WaitAsync(Cancellation);
        lock (order) order.Add("waiting ends");
        way.Leave();

        await work;
        Assert.Equal(["waiting ends", "work"], order);
    }

    [Fact]
    public void Work_goes_on_after_a_time_all_the_same()
    {
        using var way = new RightOfWay(TimeSpan.Zero);
        way.Take();

        way.Give(Cancellation);
    }

    [Fact]
    public void Work_that_is_ended_while_it_stands_still_ends_at_once()
    {
        using var way = new RightOfWay(Timeout.InfiniteTimeSpan);
        way.Take();
        using var end = new CancellationTokenSource();
        end.Cancel();

        Assert.Throws<OperationCanceledException>(() => way.Give(end.Token));
    }
}
