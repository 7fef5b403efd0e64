using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

public sealed class MouseQueueTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Move1 Move2 Move3", "Move3")]
    [InlineData("Press1 Drag2 Drag3 Release4", "Press1 Drag3 Release4")]
    [InlineData("Move1 Press2 Release2 Move3 Press4", "Move1 Press2 Release2 Move3 Press4")]
    public void Of_moves_that_follow_each_other_only_the_last_stays(string done, string taken)
    {
        var inputs = new MouseQueue();

        foreach (var word in done.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            inputs.Add(new MouseInput(Enum.Parse<MouseAction>(word[..^1]), new Point(word[^1] - '0', 0)));

        var words = new List<string>();
        while (inputs.TryTake(out var input)) words.Add($"{input.Action}{input.At.X}");
        Assert.Equal(taken, string.Join(' ', words));
    }
}
