using System.Text.RegularExpressions;
using Analyzer.Logs;
using Analyzer.Reports.Analyses;

namespace Analyzer.Tests.Reports.Analyses;

public sealed class VerdictTests
{
    private static readonly string[] Sample = [.. Analysis.Run(Reported.Sample()).Verdict.Select(sentence => sentence.Text)];

    [Theory]
    [InlineData("^4 of 15 actions are never chosen: 2, 5, 11 and 14 ")]
    [InlineData("^3\\.5 m/s is never reached: the top speed is 2\\.61 m/s")]
    [InlineData("off-track in lap 1 at 26\\.9 % \\(section 2, left\\) and off-track in lap 3 at 65\\.1 % \\(section 6, left\\)")]
    [InlineData("^Lap 3 dawdles from 8[0-2] to 9[2-5] %: 1\\.\\d\\d s more")]
    public void The_sample_shows_what_was_planted_in_it(string sentence) => Assert.Contains(Sample, text => Regex.IsMatch(text, sentence));

    [Fact]
    public void There_are_at_most_six_sentences_each_with_a_number() =>
        Assert.Equal((true, true), (Sample.Length is > 0 and <= 6, Sample.All(text => text.Any(char.IsDigit))));

    [Fact]
    public void Three_laps_are_too_few_to_rank() =>
        Assert.Contains("3 laps are too few to rank it with speed.", Last(Reported.Sample("Steps=1")), StringComparison.Ordinal);

    [Fact]
    public void A_reward_for_every_step_pays_for_dawdling() =>
        Assert.StartsWith(
            "At 75 % of its pace the best lap earns 33 % more: this reward pays for dawdling; of it, `Steps` 33 %.",
            Last(Reported.Sample("Steps=1")), StringComparison.Ordinal);

    [Fact]
    public void A_reward_for_speed_does_not() =>
        Assert.Contains("this reward pays for speed", Last(Reported.Sample("Fast=speed**3")), StringComparison.Ordinal);

    [Fact]
    public void Laps_that_are_the_same_have_nothing_to_say_of_time()
    {
        var report = Analysis.Run(Reported.Of(MadeUpLaps.Of(3)));

        Assert.Empty(report.Verdict);
    }

    [Fact]
    public void Without_a_completed_lap_that_is_what_is_said()
    {
        var report = Analysis.Run(Reported.Of(Analyzer.Tests.Laps.Drives.Laps([0, 10, 20], [0, 30])));

        Assert.Equal("No lap was completed; the farthest, lap 2, came to 30.0 %.", report.Verdict[0].Text);
        Assert.Empty(report.Sections);
    }

    [Theory]
    [InlineData("a lap but for its last metre", 99.97, "No lap was completed; the farthest, lap 1, came to 99.9 %.")]
    [InlineData("a thousandth", 0.1, "No lap was completed; the farthest, lap 1, came to 0.1 %.")]
    public void A_lap_that_was_not_completed_came_to_less_than_all_of_it(string driven, double progress, string sentence)
    {
        var report = Analysis.Run(Reported.Of(Analyzer.Tests.Laps.Drives.Laps([0, progress])));

        Assert.Equal((driven, sentence), (driven, report.Verdict[0].Text));
    }

    [Fact]
    public void Laps_whose_time_steps_back_are_not_said_to_be_broken_off()
    {
        var trace = MadeUpLaps.Of(1, (_, progress) => progress > 50 ? -3000 : 0);

        Assert.Equal(
            "No lap has a time to compare: in lap 1, driven to its end, the log's time steps back.",
            Analysis.Run(Reported.Of(trace)).Verdict[0].Text);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(19, null)]
    [InlineData(20, "1 of 2 actions is never chosen in the first 20.0 % of the lap: 1 ")]
    public void Of_actions_nothing_is_said_after_a_few_steps(int steps, string? sentence)
    {
        var driven = Enumerable.Range(1, steps).Select(step => 20.0 * step / steps).ToArray();
        var report = Analysis.Run(Reported.Of(Analyzer.Tests.Laps.Drives.Laps(driven)) with
        {
            ActionSpace = new ActionSpace([new(0, 0, 1), new(1, 0, 1)], false, 30, 4),
        });

        var said = report.Verdict.Select(it => it.Text).FirstOrDefault(text => text.Contains("never chosen", StringComparison.Ordinal));
        Assert.True(sentence is null ? said is null : said?.StartsWith(sentence, StringComparison.Ordinal), said);
        Assert.Equal(sentence is null, report.Cut is null);
    }

    [Theory]
    [InlineData("less than a second", 500, "Most is to be had in section 2 (left, 13 to 37 %): 0.33 s")]
    [InlineData("longer", 9000, "In lap 2 the log tells nothing for 9.1 s at 20.5 %: what is lost there may be the simulator's.")]
    public void Time_of_which_the_log_tells_nothing_is_not_to_be_had(string waits, double milliseconds, string sentence)
    {
        var trace = MadeUpLaps.Of(3, (lap, progress) => lap > 0 && progress > 20 ? milliseconds : 0);

        var said = Assert.Single(Analysis.Run(Reported.Of(trace)).Verdict).Text;

        Assert.True(said.StartsWith(sentence, StringComparison.Ordinal), $"{waits}: {said}");
    }

    [Theory]
    [InlineData("every fourth step", 4, "In 25 % of its steps the car steers to the other side than the step before: ")]
    [InlineData("every tenth step", 10, null)]
    public void Much_zig_zag_is_said(string turns, int steps, string? sentence)
    {
        var rows = MadeUpLaps.Of(2).Rows.Select(row => row with { SteeringDegrees = row.Index / steps % 2 == 0 ? 10 : -10 });

        var said = Analysis.Run(Reported.Of(Support.Some.Trace(rows))).Verdict.Select(it => it.Text)
            .SingleOrDefault(text => text.Contains("steers", StringComparison.Ordinal));

        Assert.True(sentence is null ? said is null : said?.StartsWith(sentence, StringComparison.Ordinal), $"{turns}: {said}");
    }

    [Theory]
    [InlineData(
        "few laps", 3, 2000,
        "the best lap is 2.000 s slower, the mean of the completed ones 2.000 s slower; 6 laps are too few to tell more.")]
    [InlineData(
        "many", 5, -2000,
        "the best lap is 2.000 s faster, the mean of the completed ones 2.000 s faster; the laps are farther apart than by chance.")]
    [InlineData(
        "the same", 5, 0,
        "the best lap is the same, the mean of the completed ones the same; the laps are no farther apart than by chance.")]
    public void Another_run_is_faster_or_slower(string laps, int count, double delayMs, string sentence)
    {
        // Each lap takes a little longer than the one before.
        double Delay(int lap, double progress, double more) => progress > 50 ? (10 * lap) + 3000 + more : 0;
        var other = new Analyzer.Laps.LapTimes(MadeUpLaps.Of(count, (lap, progress) => Delay(lap, progress, 0)));

        var own = MadeUpLaps.Of(count, (lap, progress) => Delay(lap, progress, delayMs));

        var said = Analysis.Run(Reported.Of(own) with { Against = other });

        Assert.Contains((laps, $"Against the other run {sentence}"), said.Verdict.Select(it => (laps, it.Text)));
    }

    private static string Last(ReportInput input) => Analysis.Run(input).Verdict[^1].Text;
}
