using System.Text.Json;
using static Analyzer.Tests.Reports.SampleReport;

namespace Analyzer.Tests.Reports;

/// <summary>Every number of <c>report --json</c> about actions and rewards, computed again from the log's text.</summary>
public sealed class SampleActionReportTests
{
    private static int[] Chosen => [.. Enumerable.Range(0, Raw.Rows.Length).Where(Raw.IsChosen)];

    [Fact]
    public void Actions_are_counted_in_total_and_by_kind_of_section()
    {
        var actions = Json.GetProperty("actions").EnumerateArray().ToArray();
        Assert.Equal(15, actions.Length);
        foreach (var (number, action) in actions.Index())
        {
            var rows = Chosen.Where(row => Raw.Number(row, "action") == number).ToArray();
            var speeds = rows.Select(Raw.Speed).Order().ToArray();
            int On(string kind) => rows.Count(row => KindAt(row) == kind);
            Assert.Equal((number, rows.Length), (Int(action, "action"), Int(action, "steps")));
            Assert.All(rows, row => Assert.Equal(
                (Raw.Number(row, "steer"), Raw.Number(row, "throttle")), (Number(action, "steering"), Number(action, "speed"))));
            Assert.Equal((double)rows.Length / Chosen.Length, Number(action, "share"), 1e-6);
            Assert.Equal((On("straight"), On("left"), On("right")), (Int(action, "straight"), Int(action, "left"), Int(action, "right")));
            if (rows.Length == 0) Assert.Equal(JsonValueKind.Null, action.GetProperty("medianSpeed").ValueKind);
            else Assert.Equal((speeds[(speeds.Length - 1) / 2] + speeds[speeds.Length / 2]) / 2, Number(action, "medianSpeed"), 1e-5);
        }
    }

    [Theory]
    [InlineData("0.9")]
    [InlineData("0.95")]
    [InlineData("0.99")]
    public void Coverage_is_the_least_number_of_actions_that_make_up_a_share(string share)
    {
        var counts = Chosen.GroupBy(row => Raw.Text(row, "action")).Select(group => group.Count()).OrderDescending().ToArray();
        var least = Enumerable.Range(1, counts.Length)
            .First(count => (decimal)counts.Take(count).Sum() / Chosen.Length
                >= decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(least, Int(Json.GetProperty("coverage"), share));
    }

    [Fact]
    public void A_cut_keeps_the_most_used_actions_and_names_the_nearest_for_the_others()
    {
        var cut = Json.GetProperty("cut");
        var counts = Enumerable.Range(0, 15).Select(action => Chosen.Count(row => Raw.Number(row, "action") == action)).ToArray();
        var kept = Enumerable.Range(0, 15)
            .OrderByDescending(action => counts[action])
            .Take(Int(Json.GetProperty("coverage"), "0.99"))
            .Order()
            .ToArray();

        Assert.Equal(kept, cut.GetProperty("actions").EnumerateArray().Select(action => action.GetInt32()));
        Assert.Equal((double)kept.Sum(action => counts[action]) / Chosen.Length, Number(cut, "share"), 1e-6);
        Assert.Equal([0, 2, 5, 11, 12, 14], cut.GetProperty("replacements").EnumerateArray().Select(it => Int(it, "action")));
        Assert.Equal([3, 1, 8, 8, 9, 13], cut.GetProperty("replacements").EnumerateArray().Select(it => Int(it, "by")));

        // No kept action is within 10 degrees and 0.5 m/s of 0 (-30, 1.0) or 12 (30, 1.0).
        Assert.Equal(
            [counts[0], 0, 0, 0, counts[12], 0],
            cut.GetProperty("replacements").EnumerateArray().Select(it => Int(it, "without")));
    }

    [Fact]
    public void A_speed_that_was_never_reached_is_revalued()
    {
        var top = Enumerable.Range(1, Raw.Rows.Length - 1).Where(row => Raw.Status(row) == "in_progress").Max(Raw.Speed);

        Assert.Equal(2.61, top, 2);
        foreach (var action in Json.GetProperty("revalue").EnumerateArray())
        {
            Assert.Equal((3.5, 2.7), (Number(action, "speed"), Number(action, "newSpeed")));
            Assert.Equal(Number(action, "steering"), Number(action, "newSteering"));
        }

        Assert.Equal([2, 5, 8, 11, 14], Json.GetProperty("revalue").EnumerateArray().Select(action => Int(action, "action")));
    }

    [Fact]
    public void Rewards_have_their_weight_their_swing_and_no_rank_over_three_laps()
    {
        var values = new Dictionary<string, double[]>
        {
            ["Steps"] = [.. Chosen.Select(_ => 1.0)],
            ["Fast"] = [.. Chosen.Select(row => Raw.Number(row, "throttle") * Raw.Number(row, "throttle"))],
            ["Off"] = [.. Chosen.Select(row => Raw.Status(row) == "off_track" ? -20.0 : 0)],
        };
        static double Mean(double[] all) => all.Sum(Math.Abs) / all.Length;
        static double Spread(double[] all) => Math.Sqrt(all.Sum(value => Math.Pow(value - (all.Sum() / all.Length), 2)) / all.Length);
        var rewards = Json.GetProperty("rewards").EnumerateArray().ToArray();

        Assert.Equal(["logged", "Steps", "Fast", "Off"], rewards.Select(reward => reward.GetProperty("name").GetString()));
        foreach (var reward in rewards)
        {
            Assert.Equal((3, 3), (Int(reward, "laps"), Int(reward, "episodes")));
            Assert.Equal(
                (JsonValueKind.Null, JsonValueKind.Null),
                (reward.GetProperty("rankSpeed").ValueKind, reward.GetProperty("rankProgress").ValueKind));
            if (!values.TryGetValue(reward.GetProperty("name").GetString()!, out var own)) continue;
            Assert.Equal(Mean(own) / values.Values.Sum(Mean), Number(reward, "weight"), 1e-6);
            Assert.Equal(Spread(own) / values.Values.Sum(Spread), Number(reward, "swing"), 1e-6);
        }
    }

    [Fact]
    public void Earnings_at_a_pace_are_those_of_the_best_lap_sampled_again()
    {
        // The best lap has no pause; its first row is the one before the first action.
        var rows = Raw.Laps[1].Where(Raw.IsChosen).ToArray();
        var times = rows.Select(row => Raw.Number(row, "tstamp") - Raw.Number(rows[0], "tstamp")).ToArray();
        foreach (var factor in (double[])[0.5, 0.75, 1, 1.25])
        {
            var sums = new Dictionary<string, double> { ["logged"] = 0, ["Steps"] = 0, ["Fast"] = 0 };
            for (var step = 0; step * 0.067 * factor <= times[^1] + 1e-9; step++)
            {
                var row = rows[times.Count(time => time <= (step * 0.067 * factor) + 1e-9) - 1];
                sums["logged"] += Raw.Number(row, "reward");
                sums["Steps"]++;
                sums["Fast"] += Math.Pow(factor * Raw.Number(row, "throttle"), 2);
            }

            foreach (var (name, sum) in sums)
            {
                var reward = Json.GetProperty("rewards").EnumerateArray().Single(it => it.GetProperty("name").GetString() == name);
                var pace = reward.GetProperty("pace").EnumerateArray().Single(it => Number(it, "factor") == factor);
                Assert.Equal(sum, Number(pace, "sum"), 1e-4);
            }
        }
    }

    private static string KindAt(int row)
    {
        var lap = Array.FindIndex(Raw.Laps, rows => rows.Contains(row));
        var progress = Raw.Laps[lap].Where(other => other <= row).Max(other => Raw.Number(other, "progress"));
        var section = Json.GetProperty("sections").EnumerateArray()
            .First(it => progress < Number(it, "toProgress") || Number(it, "toProgress") == 100);
        return section.GetProperty("kind").GetString()!;
    }
}
