using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>Laps at 1 m/s, of which some steps were told to drive faster.</summary>
public sealed class NeverReachedTests
{
    [Theory]
    [InlineData("a speed that was asked for all the way", 2, 1000, 1, "2.0 m/s is never reached: the top speed is 1.00 m/s; ")]
    [InlineData("a single step that shows thrice the speed", 2, 1000, 3, "2.0 m/s is never reached: the top speed is 1.00 m/s; ")]
    [InlineData("a speed that was asked for in 14 steps", 2, 14, 1, null)]
    [InlineData("a speed that was asked for in 15 steps", 2, 15, 1, "2.0 m/s is never reached: ")]
    [InlineData("a speed that was never asked for", 2, 0, 1, null)]
    [InlineData("a speed that was reached", 1, 1000, 1, null)]
    public void A_speed_is_never_reached_where_it_was_asked_for(string of, double asked, int steps, double ofOneStep, string? sentence)
    {
        var input = Reported.Of(Some.Trace(MadeUpLaps.Of(2).Rows.Select(row => row with
        {
            Action = row.Index < steps ? 1 : 0,
            DisplacementSpeedMetresPerSecond = row.Index == 50 ? ofOneStep : row.DisplacementSpeedMetresPerSecond,
        }))) with
        {
            ActionSpace = new ActionSpace([new(0, 0, 1), new(1, 0, asked)], false, 30, 4),
        };

        var sentences = Analysis.Run(input).Verdict.Select(it => it.Text);
        var said = sentences.FirstOrDefault(text => text.Contains(" never reached", StringComparison.Ordinal));

        Assert.True(sentence is null ? said is null : said?.StartsWith(sentence, StringComparison.Ordinal), $"{of}: {said}");
    }

    [Theory]
    [InlineData("a lap of which the half was driven", 50, 1)]
    [InlineData("a car that stands", 100, 0)]
    public void Nothing_is_said_of_what_was_not_seen(string of, double percent, double speed)
    {
        var input = Reported.Of(Some.Trace(MadeUpLaps.Of(1).Rows.Where(row => row.ProgressPercent <= percent).Select(row => row with
        {
            DisplacementSpeedMetresPerSecond = speed,
        }))) with
        {
            ActionSpace = new ActionSpace([new(0, 0, 2)], false, 30, 4),
        };

        Assert.Equal((of, true), (of, Analysis.Run(input).Revalue.IsEmpty));
    }

    [Fact]
    public void Several_speeds_are_never_reached()
    {
        var space = new ActionSpace([new(0, 0, 3), new(1, 0, 2)], false, 30, 4);

        var verdict = Analysis.Run(Reported.Of(MadeUpLaps.Of(2)) with { ActionSpace = space }).Verdict;

        Assert.Contains(verdict, it => it.Text.StartsWith("2.0 and 3.0 m/s are never reached: ", StringComparison.Ordinal));
    }
}
