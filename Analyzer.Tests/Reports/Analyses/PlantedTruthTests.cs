using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports.Analyses;

public sealed class PlantedTruthTests
{
    [Fact]
    public void An_oval_is_cut_into_its_straights_and_corners()
    {
        var sections = Analysis.Run(Reported.Of(MadeUpLaps.Of(3))).Sections;

        Assert.Equal(["straight", "left", "straight", "left", "straight"], sections.Select(section => section.Kind));
        double[] borders = [0, 3, 3 + (Math.PI * 1.2), 9 + (Math.PI * 1.2), 9 + (2 * Math.PI * 1.2)];
        Assert.All(borders.Zip(sections), pair => Assert.Equal(pair.First, pair.Second.FromProgress * MadeUpLaps.Metres / 100, 0.8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Time_added_to_a_section_of_two_of_three_laps_makes_it_the_first_opportunity(int place)
    {
        var clean = Analysis.Run(Reported.Of(MadeUpLaps.Of(3))).Sections[place];
        var middle = (clean.FromProgress + clean.ToProgress) / 2;

        var report = Analysis.Run(Reported.Of(MadeUpLaps.Of(3, (lap, progress) => lap != 1 && progress > middle ? 600 : 0)));

        Assert.Equal(clean.Section, report.Opportunities[0]);
        Assert.Equal(0.4, report.Sections[place].Recoverable!.Value, 0.002);
        Assert.All(
            report.Sections.Where(section => section.Section != clean.Section),
            section => Assert.InRange(section.Recoverable!.Value, 0, 0.002));
        Assert.Equal(2, report.Sections[place].BestLap);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_border_moves_by_more_than_a_percent_when_a_lap_is_left_out(int lap)
    {
        foreach (var folder in (string[])[SampleRun.Bundled, SampleRun.Earlier]) ReportChecks.AssertStable(Reported.Of(folder), lap);
    }

    [Theory]
    [InlineData(0.5, 2.00)]
    [InlineData(0.75, 1.33)]
    [InlineData(1.25, 0.80)]
    public void A_reward_of_one_a_step_pays_by_the_steps(double factor, double times)
    {
        var pace = Analysis.Run(Reported.Sample("Steps=1")).Rewards[1].Pace;
        double At(double wanted) => pace.Single(it => it.Factor == wanted).Sum!.Value;

        Assert.Equal(times, Math.Round(At(factor) / At(1), 2));
    }

    [Fact]
    public void The_joined_lap_takes_each_laps_faster_half()
    {
        // Lap 1 loses a second in its second half, lap 2 two seconds in its first.
        var report = Analysis.Run(Reported.Of(MadeUpLaps.Of(
            2, (lap, progress) => lap == 0 ? (progress > 75 ? 1000 : 0) : progress > 25 ? 2000 : 0)));

        Assert.Equal([1, 2], report.Joined!.Parts.Select(part => part.Lap));
        Assert.Equal(report.Laps[0].Seconds - 1, report.Joined.Seconds, 0.01);
    }

    [Theory]
    [InlineData(0.09, true)]
    [InlineData(0.11, false)]
    public void Laps_join_only_where_the_cars_are_near(double apart, bool join)
    {
        var report = Analysis.Run(Reported.Of(MadeUpLaps.Of(
            2, (lap, progress) => lap == 0 ? (progress > 75 ? 1000 : 0) : progress > 25 ? 2000 : 0, (lap, _) => lap * apart)));

        Assert.Equal(join ? 2 : 1, report.Joined!.Parts.Length);
    }

    [Fact]
    public void Without_any_tolerance_the_joined_lap_is_the_best_lap()
    {
        var input = Reported.Sample();
        var joined = JoinedLap.Of(input, default)!;

        Assert.Equal((2, 0.0, 100.0), (Assert.Single(joined.Parts).Lap, joined.Parts[0].FromProgress, joined.Parts[0].ToProgress));
        Assert.Equal(15.360, joined.Seconds, 1e-9);
    }

    [Fact]
    public void One_completed_lap_joins_with_nothing() => Assert.Null(Analysis.Run(Reported.Of(MadeUpLaps.Of(1))).Joined);
}
