using System.Globalization;
using Analyzer.Video;

namespace Analyzer.Tests.Video;

public sealed class FrameCacheTests
{
    [Theory]
    [InlineData(100, 8)]
    [InlineData(20_000, 20)]
    [InlineData(1_000_000, 240)]
    public void It_holds_as_many_frames_as_fit_into_its_bytes_within_limits(long budget, int capacity)
    {
        using var cache = new FrameCache(budget, frameBytes: 1000, maxFrames: 240);

        Assert.Equal((capacity, capacity / 4), (cache.Capacity, cache.ReadAhead));
    }

    [Theory]
    [InlineData("behind, frames are kept three times as far as ahead", "10 11 12 13 14 15 16 17", 12, 17)]
    [InlineData("on the way on, the oldest goes", "10 11 12 13 14 15 16 17", 17, 10)]
    [InlineData("after a leap, the farthest goes", "10 11 12 13 90 91 92 93", 90, 10)]
    public void The_frame_farthest_from_the_playhead_makes_room(string what, string kept, int playhead, int evicted)
    {
        using var cache = new FrameCache(budgetBytes: 8, frameBytes: 1, maxFrames: 240);
        var frames = kept.Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        foreach (var frame in frames) cache.Assign(cache.Evict(playhead), frame);
        Assert.All(frames, frame => Assert.True(cache.Has(frame)));

        var place = cache.Evict(playhead);

        Assert.True(frames.Where(frame => !cache.Has(frame)).SequenceEqual([evicted]), what);
        cache.Assign(place, 100);
        Assert.Same(cache.Slot(place), cache.Find(100));
        Assert.Null(cache.Find(evicted));
    }
}
