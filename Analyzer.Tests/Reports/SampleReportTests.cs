using System.Text.Json;
using static Analyzer.Tests.Reports.SampleReport;

namespace Analyzer.Tests.Reports;

/// <summary>Every number of <c>report --json</c> about laps and their sections, computed again from the text of log and metrics.</summary>
public sealed class SampleReportTests
{
    [Fact]
    public void Laps_are_those_of_the_log_and_the_metrics()
    {
        Assert.Equal(3, Json.GetProperty("laps").GetArrayLength());
        foreach (var (place, lap) in Json.GetProperty("laps").EnumerateArray().Index())
        {
            var rows = Raw.Laps[place];
            var driving = rows.Where(row => Raw.Status(row) == "in_progress").ToArray();
            var metres = rows[1..].Where(row => Raw.Status(row) != "pause" && Raw.Status(row - 1) != "off_track").Sum(Raw.Metres);
            Assert.Equal((place + 1, rows.Length), (Int(lap, "lap"), Int(lap, "steps")));
            Assert.Equal(Raw.Official[place].Elapsed / 1000.0, Number(lap, "seconds"), 1e-6);
            Assert.Equal(100, Number(lap, "progress"));
            Assert.Equal((Raw.Status(rows[^1]), true), (lap.GetProperty("status").GetString(), lap.GetProperty("completed").GetBoolean()));
            Assert.Equal((Raw.Official[place].OffTrack, 0), (Int(lap, "offTrack"), Int(lap, "crashed")));
            Assert.Equal(rows.Count(row => Raw.Status(row) == "pause"), Int(lap, "pausedSteps"));
            Assert.Equal(metres, Number(lap, "metres"), 1e-5);
            Assert.Equal(driving.Average(Raw.Speed), Number(lap, "meanSpeed"), 1e-5);
            Assert.Equal(driving.Max(SteadySpeed), Number(lap, "topSpeed"), 1e-5);
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

    // The middle one of the speeds of a row and its neighbours, the lower one of two; without those where the car was put elsewhere.
    private static double SteadySpeed(int row)
    {
        bool IsDriven(int near) => near > 0 && near < Raw.Rows.Length && Raw.Text(near, "episode") == Raw.Text(near - 1, "episode")
            && Raw.Status(near) != "pause" && Raw.Status(near - 1) != "off_track";
        var speeds = new[] { row - 1, row, row + 1 }.Where(near => near == row || IsDriven(near)).Select(Raw.Speed).Order().ToArray();
        return speeds[speeds.Length == 3 ? 1 : 0];
    }
}
