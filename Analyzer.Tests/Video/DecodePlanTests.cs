using System.Globalization;
using Analyzer.Video;

namespace Analyzer.Tests.Video;

public sealed class DecodePlanTests
{
    // Room for 12 frames: 3 ahead, 4 at one go behind.
    private static readonly DecodePlan Plan = new(Capacity: 12, ReadAhead: 3);

    [Theory]
    [InlineData("before anything is asked for, nothing", "", "", null)]
    [InlineData("the frame asked for comes first", "50", "", "50-50")]
    [InlineData("then those ahead, one by one", "50", "50 51", "52-52")]
    [InlineData("then one behind, as a range", "50", "50 51 52 53", "46-49")]
    [InlineData("then nothing", "50", "49 50 51 52 53", null)]
    [InlineData("one step back wants a whole range up to it", "50 49", "50", "46-49")]
    [InlineData("a jump a little back wants that frame first", "50 48", "50", "48-48")]
    [InlineData("and the range behind it when those ahead are there", "50 48", "48 49 50 51", "44-47")]
    [InlineData("on the way back the range before is next", "50 49", "48 49 50 51 52", "44-47")]
    [InlineData("a leap back is no way back", "50 10", "50", "10-10")]
    [InlineData("asking for the same again changes nothing", "50 49 49", "50", "46-49")]
    [InlineData("no range begins before the video", "2 1", "2 3 4", "0-1")]
    [InlineData("nothing lies behind the first frame", "0", "0 1 2 3", null)]
    [InlineData("nothing is read after the end", "98", "97 98 99", null)]
    public void What_is_decoded_next(string what, string asked, string kept, string? next)
    {
        var frames = Numbers(kept);
        var plan = Numbers(asked).Aggregate(Plan.EndAt(100), (before, frame) => before.Ask(frame));

        var range = plan.Next(frame => frames.Contains(frame));

        Assert.True((next ?? "0--1") == $"{range.First}-{range.Last}", $"{what}: {range}");
    }

    [Fact]
    public void The_end_only_comes_nearer() => Assert.Equal(7, Plan.EndAt(7).EndAt(9).End);

    private static int[] Numbers(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
}
