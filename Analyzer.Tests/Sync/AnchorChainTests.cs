using Analyzer.Sync;

namespace Analyzer.Tests.Sync;

public sealed class AnchorChainTests
{
    [Theory]
    [InlineData("nothing to pick from", "", "")]
    [InlineData("rows that go on are all kept", "0:3 1:4 2:5", "0:3 1:4 2:5")]
    [InlineData("a row may be shown twice", "0:3 1:3", "0:3 1:3")]
    [InlineData("before the first row", "0:-1 1:0", "0:-1 1:0")]
    [InlineData("one far ahead falls out and holds nothing back", "0:3 1:9 2:4 3:5", "0:3 2:4 3:5")]
    [InlineData("one far behind falls out", "0:3 1:0 2:4", "0:3 2:4")]
    [InlineData("of two in a frame the one that fits", "0:3 1:2 1:4 2:4", "0:3 1:4 2:4")]
    [InlineData("a heavy one outweighs two light ones", "0:8x5 1:3x2 2:4x2", "0:8x5")]
    public void The_heaviest_chain_is_picked_in_which_rows_never_go_backwards(string _, string anchors, string chain) =>
        Assert.Equal(Parse(chain), AnchorChain.Pick(Parse(anchors), rowCount: 10));

    private static Anchor[] Parse(string anchors) =>
    [
        .. anchors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(anchor => anchor.Split(':', 'x')).Select(parts => new Anchor(
            Number(parts[0]), Number(parts[1]), parts.Length > 2 ? Number(parts[2]) : 1)),
    ];

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
