using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Laps;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>What is said of a training, and what is not said because chance would show it too.</summary>
public sealed class TrainingVerdictTests
{
    private const int Episodes = 10;

    [Theory]
    [InlineData("more", new[] { 10.0, 30, 50 }, "Mean progress rose from 14.5 % in iteration 0 to 54.5 % in iteration 2.")]
    [InlineData(
        "the same", new[] { 10.0, 30, 10 },
        "Mean progress is 14.5 % in iteration 0 and 14.5 % in iteration 2, no farther apart than by chance: "
            + "nothing is seen to be learned.")]
    [InlineData(
        "less", new[] { 50.0, 30, 10 },
        "Mean progress fell from 54.5 % in iteration 0 to 14.5 % in iteration 2: an earlier model may be the better one.")]
    [InlineData(
        "more and more", new[] { 0.0, 10, 20, 30, 40, 50, 60, 70, 80 },
        "Mean progress rose from 14.5 % in iterations 0-2 to 74.5 % in iterations 6-8, and rises still: it is worth training on.")]
    [InlineData(
        "more, then the same", new[] { 0.0, 10, 20, 60, 60, 60, 60, 60, 60 },
        "Mean progress rose from 14.5 % in iterations 0-2 to 64.5 % in iterations 6-8, but is not seen to rise any more within these.")]
    [InlineData("two iterations", new[] { 10.0, 50 }, null)]
    public void Progress_is_compared_between_the_first_and_the_last(string learned, double[] progress, string? sentence)
    {
        var trace = Drives.Laps([.. progress.SelectMany(least => Enumerable.Range(0, Episodes).Select(more => new[] { 0, least + more }))]);

        var said = Said(trace, progress.Length).SingleOrDefault(text => text.StartsWith("Mean progress", StringComparison.Ordinal));

        Assert.Equal((learned, sentence), (learned, said));
    }

    [Theory]
    [InlineData(
        "far more often at a waypoint", new[] { 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4 }, "waypoint 3: 9 of 12, where 3 would by chance.")]
    [InlineData("a little more often at a waypoint", new[] { 2, 3, 3 }, null)]
    [InlineData("at another waypoint each", new[] { 1, 2, 3, 4, 5, 6, 7, 8 }, null)]
    [InlineData("always at the same", new[] { 3, 3, 3, 3 }, null)]
    public void Episodes_fail_somewhere(string fail, int[] waypoints, string? where)
    {
        var trace = Drives.Laps([.. waypoints.Select((_, episode) => new[] { 0, 10.0 + episode })]);

        var said = Said(Support.Some.Trace(trace.Rows.Select(row => row with { ClosestWaypoint = waypoints[row.Episode] })), 1)
            .SingleOrDefault(text => text.StartsWith("Episodes fail", StringComparison.Ordinal));

        Assert.Equal((fail, where is null ? null : $"Episodes fail most at {where}"), (fail, said));
    }

    [Fact]
    public void Neighbouring_waypoints_are_one_place()
    {
        // Episodes drive along all of 40 waypoints; half of them fail at two that lie side by side.
        var trace = Drives.Laps([.. Enumerable.Range(0, 40).Select(episode => new[] { 0, 2.5 * episode })]);
        var rows = trace.Rows.Select(row => row with
        {
            ClosestWaypoint = row.Index == 2 * row.Episode ? row.Episode : row.Episode < 20 ? 20 + (row.Episode % 2) : row.Episode,
        });

        Assert.Contains("Episodes fail most at waypoints 20 to 21: 22 of 40, where 2 would by chance.", Said(Support.Some.Trace(rows), 1));
    }

    [Theory]
    [InlineData("farther", 1, "The logged reward ranks 1.00 with progress over 6 episodes: those that come farther earn more.")]
    [InlineData("less far", -1, "The logged reward ranks -1.00 with progress over 6 episodes: those that come farther earn less.")]
    public void Without_a_completed_lap_a_reward_is_ranked_with_progress(string paysFor, double sign, string sentence)
    {
        var trace = Drives.Laps([.. Enumerable.Range(1, 6).Select(episode => new[] { 0, 10.0 * episode })]);
        var rows = trace.Rows.Select(row => row with { Reward = sign * row.ProgressPercent });

        Assert.True(Said(Support.Some.Trace(rows), 1).Contains(sentence), paysFor);
    }

    [Fact]
    public void Too_few_episodes_without_a_completed_lap_rank_no_reward() =>
        Assert.DoesNotContain(Said(Drives.Laps([0, 10, 20], [0, 30]), 1), text => text.Contains("reward", StringComparison.Ordinal));

    private static string[] Said(SimTrace trace, int iterations)
    {
        var each = trace.Laps.Length / iterations;
        return
        [
            .. Analysis.Run(Reported.Of(trace) with
            {
                Iterations = [.. Enumerable.Range(0, iterations).Select(number => new TrainingIteration(number, number * each, each))],
            }).Verdict.Select(sentence => sentence.Text),
        ];
    }
}
