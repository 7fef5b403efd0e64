using System.Text.Json;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>Every number of <c>report --json</c>, computed again from the text of the log and the metrics.</summary>
public sealed class SampleReportTests
{
    private static readonly RawRun Raw = new(SampleRun.Bundled);

    private static readonly JsonElement Json = Parse(Analysis.Run(Reported.Sample(
        "Steps=1", "Fast=throttle**2", "Off=-20 if episode_status=='off_track' else 0")));

    private static int[] Chosen => [.. Enumerable.Range(0, Raw.Rows.Length).Where(Raw.IsChosen)];

    [Fact]
    public void Laps_are_those_of_the_log_and_the_metrics()
    {
        Assert.Equal(3, Json.GetProperty("laps").GetArrayLength());
        foreach (var (place, lap) in Json.GetProperty("laps").EnumerateArray().Index())
        {
            var rows = Raw.Laps[place];
            var driving = rows.Where(row => Raw.Status(row) == "in_progress").Select(Raw.Speed).ToArray();
            var metres = rows[1..].Where(row => Raw.Status(row) != "pause" && Raw.Status(row - 1) != "off_track").Sum(Raw.Metres);
            Assert.Equal((place + 1, rows.Length), (Int(lap, "lap"), Int(lap, "steps")));
            Assert.Equal(Raw.Official[place].Elapsed / 1000.0, Number(lap, "seconds"), 1e-6);
            Assert.Equal(100, Number(lap, "progress"));
            Assert.Equal((Raw.Status(rows[^1]), true), (lap.GetProperty("status").GetString(), lap.GetProperty("completed").GetBoolean()));
            Assert.Equal((Raw.Official[place].OffTrack, 0), (Int(lap, "offTrack"), Int(lap, "crashed")));
            Assert.Equal(rows.Count(row => Raw.Status(row) == "pause"), Int(lap, "pausedSteps"));
            Assert.Equal(metres, Number(lap, "metres"), 1e-5);
            Assert.Equal(driving.Sum() / driving.Length, Number(lap, "meanSpeed"), 1e-5);
            Assert.Equal(driving.Max(), Number(lap, "topSpeed"), 1e-5);
        }

        Assert.Equal((2, "metrics"), (Int(Json, "bestLap"), Json.GetProperty("lapStart").GetString()));
    }

    [Fact]
    public void Sections_cover_the_lap_and_their_seconds_add_up_to_its_official_time()
    {
        var sections = Json.GetProperty("sections").EnumerateArray().ToArray();

        Assert.Equal((0.0, 100.0), (Number(sections[0], "fromProgress"), Number(sections[^1], "toProgress")));
        Assert.All(
            sections.Zip(sections.Skip(1)),
            pair => Assert.Equal(Number(pair.First, "toProgress"), Number(pair.Second, "fromProgress")));
        Assert.Equal(Enumerable.Range(1, sections.Length), sections.Select(section => Int(section, "section")));
        for (var lap = 0; lap < 3; lap++)
        {
            var sum = sections.Sum(section => Number(section.GetProperty("laps")[lap], "seconds"));
            Assert.Equal(Raw.Official[lap].Elapsed / 1000.0, sum, 0.001);
        }

    }

    [Fact]
    public void A_passage_has_the_logs_own_numbers()
    {
        foreach (var section in Json.GetProperty("sections").EnumerateArray())
        {
            var (from, to) = (Number(section, "fromProgress"), Number(section, "toProgress"));
            Assert.Equal((int)Raw.Number(Raw.RowAt(1, from), "closest_waypoint"), Int(section, "fromWaypoint"));
            Assert.Equal((int)Raw.Number(Raw.RowAt(1, to), "closest_waypoint"), Int(section, "toWaypoint"));
            foreach (var (lap, passage) in section.GetProperty("laps").EnumerateArray().Index())
            {
                var first = from == 0 ? Raw.Laps[lap][0] : Raw.RowAt(lap, from);
                var last = to == 100 ? Raw.Laps[lap][^1] : Raw.RowAt(lap, to) - 1;
                var driving = Enumerable.Range(first, last - first + 1)
                    .Where(row => Raw.Status(row) == "in_progress")
                    .Select(Raw.Speed)
                    .ToArray();
                var apex = Raw.Laps[lap].Where(row => (int)Raw.Number(row, "closest_waypoint") == Int(section, "apexWaypoint")).ToArray();
                Assert.Equal(lap + 1, Int(passage, "lap"));
                Assert.Equal(Raw.Reached(lap, to) - Raw.Reached(lap, from), Number(passage, "seconds"), 1e-5);
                Assert.Equal((first, last), (Int(passage, "fromRow"), Int(passage, "toRow")));
                Assert.Equal(driving[0], Number(passage, "entrySpeed"), 1e-5);
                Assert.Equal(driving.Min(), Number(passage, "minSpeed"), 1e-5);
                Assert.Equal(driving[^1], Number(passage, "exitSpeed"), 1e-5);
                Assert.Contains(
                    (Number(passage, "steeringAtApex"), Number(passage, "throttleAtApex")),
                    apex.Append(apex[0] - 1).Append(apex[^1] + 1).Select(row => (Raw.Number(row, "steer"), Raw.Number(row, "throttle"))));
                Assert.Equal(JsonValueKind.Null, passage.GetProperty("frame").ValueKind);
            }
        }
    }

    [Fact]
    public void What_is_recoverable_is_the_mean_less_the_best_and_orders_the_opportunities()
    {
        var sections = Json.GetProperty("sections").EnumerateArray().ToArray();
        foreach (var section in sections)
        {
            var seconds = Enumerable.Range(0, 3)
                .Select(lap => Raw.Reached(lap, Number(section, "toProgress")) - Raw.Reached(lap, Number(section, "fromProgress")))
                .ToArray();
            Assert.Equal((seconds.Sum() / 3) - seconds.Min(), Number(section, "recoverable"), 1e-5);
            Assert.Equal(Array.IndexOf(seconds, seconds.Min()) + 1, Int(section, "bestLap"));
        }

        Assert.Equal(
            sections.OrderByDescending(section => Number(section, "recoverable")).Select(section => Int(section, "section")),
            Json.GetProperty("opportunities").EnumerateArray().Select(number => number.GetInt32()));
    }

    [Fact]
    public void The_joined_laps_parts_were_driven_and_join()
    {
        var joined = Json.GetProperty("joined");
        var parts = joined.GetProperty("parts").EnumerateArray()
            .Select(part => (Lap: Int(part, "lap") - 1, From: Number(part, "fromProgress"), To: Number(part, "toProgress"), Json: part))
            .ToArray();
        var seconds = parts.Select(part => Raw.Reached(part.Lap, part.To) - Raw.Reached(part.Lap, part.From)).ToArray();

        Assert.True(parts.Length > 1);
        Assert.Equal((0.0, 100.0), (parts[0].From, parts[^1].To));
        Assert.Equal(seconds.Sum(), Number(joined, "seconds"), 1e-4);
        Assert.True(Number(joined, "seconds") <= 15.360);
        Assert.All(seconds, piece => Assert.True(piece >= 1 - 1e-9));
        foreach (var (before, after) in parts.Zip(parts.Skip(1)))
        {
            double Apart(Func<int, double> value) => Raw.Along(before.Lap, after.From, value) - Raw.Along(after.Lap, after.From, value);
            Assert.Equal(before.To, after.From);
            var (dx, dy) = (Apart(row => Raw.Number(row, "X")), Apart(row => Raw.Number(row, "Y")));
            Assert.InRange(Math.Sqrt((dx * dx) + (dy * dy)), 0, 0.1);
            Assert.InRange(Math.Abs(Apart(Raw.Speed)), 0, 0.25);
            Assert.InRange(Math.Abs(Math.IEEERemainder(Apart(row => Raw.Number(row, "yaw")), 360)), 0, 8);
            Assert.Equal(Raw.RowAt(after.Lap, after.From), Int(after.Json, "fromRow"));
            Assert.Equal(Raw.RowAt(before.Lap, before.To) - 1, Int(before.Json, "toRow"));
        }
    }

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
        Assert.Equal([3, 8, 8, 8, 9, 8], cut.GetProperty("replacements").EnumerateArray().Select(it => Int(it, "by")));

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
    public void Steps_are_those_within_laps()
    {
        var steps = Raw.Laps
            .SelectMany(lap => lap[1..].Select(row => Math.Round(1000 * (Raw.Number(row, "tstamp") - Raw.Number(row - 1, "tstamp")))))
            .Order().ToArray();
        var median = (steps[(steps.Length - 1) / 2] + steps[steps.Length / 2]) / 2;
        var place = 0.95 * (steps.Length - 1);
        var p95 = steps[(int)place] + ((place - (int)place) * (steps[(int)place + 1] - steps[(int)place]));
        var (first, last) = (0, Raw.Rows.Length - 1);

        var json = Json.GetProperty("steps");

        Assert.Equal(median, Number(json, "medianMs"));
        Assert.Equal(p95, Number(json, "p95Ms"), 1e-6);
        Assert.Equal(steps[^1], Number(json, "maxMs"));
        Assert.Equal(steps.Count(step => step > 1.5 * median), Int(json, "slow"));
        Assert.Equal(
            (Raw.Number(last, "tstamp") - Raw.Number(first, "tstamp")) / (Raw.Number(last, "wall_clock") - Raw.Number(first, "wall_clock")),
            Number(json, "realTimeFactor"), 1e-6);
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

    private static JsonElement Parse(Report report) => JsonDocument.Parse(JsonText.Of(report)).RootElement;

    private static double Number(JsonElement parent, string name) => parent.GetProperty(name).GetDouble();

    private static int Int(JsonElement parent, string name) => parent.GetProperty(name).GetInt32();
}
