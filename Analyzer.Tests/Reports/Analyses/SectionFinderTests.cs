using Analyzer.Reports.Analyses;
using Analyzer.Reports.Geometry;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>Sections stay where they are while lines differ a little.</summary>
public sealed class SectionFinderTests
{
    private const double Metres = 50;

    [Theory]
    [InlineData(0.26)]
    [InlineData(0.29)]
    [InlineData(0.30)]
    [InlineData(0.31)]
    [InlineData(0.34)]
    [InlineData(0.50)]
    [InlineData(1.20)]
    public void A_bend_keeps_its_place_when_its_curvature_changes_by_three_percent(double peak)
    {
        var sections = SectionFinder.Find(Bend(peak), Metres);

        Assert.Equal(["straight", "left", "straight"], sections.Select(section => section.Kind));
        foreach (var share in (double[])[0.97, 1.03])
        {
            var others = SectionFinder.Find(Bend(share * peak), Metres);
            Assert.Equal(sections.Select(section => section.Kind), others.Select(section => section.Kind));
            Assert.All(sections.Zip(others), pair => Assert.Equal(pair.First.FromPercent, pair.Second.FromPercent, 0.4));
        }
    }

    [Fact]
    public void What_bends_less_than_any_corner_is_straight() =>
        Assert.Equal([new TrackSection(0, 0, 100, 50)], SectionFinder.Find(Bend(0.15), Metres));

    [Fact]
    public void The_flank_of_a_sharp_corner_is_no_corner_of_its_own()
    {
        var curvature = Bend(1.2).Zip(Bend(0.28, 57), (sharp, gentle) => sharp + gentle).ToArray();

        Assert.Equal(["straight", "left", "straight"], SectionFinder.Find(curvature, Metres).Select(section => section.Kind));
    }

    [Fact]
    public void Laps_that_weave_at_random_have_the_same_sections_without_any_of_them()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var random = new Random(seed);
            var weaves = Enumerable.Range(0, 5)
                .Select(_ => (Metres: 0.1 * random.NextDouble(), Waves: random.Next(1, 13), Phase: random.NextDouble()))
                .ToArray();
            double Aside(int lap, double progress) =>
                weaves[lap].Metres * Math.Sin(2 * Math.PI * ((weaves[lap].Waves * progress / 100) + weaves[lap].Phase));
            var run = Reported.Of(MadeUpLaps.Of(5, asideMetres: Aside));

            Assert.Equal(
                ["straight", "left", "straight", "left", "straight"], SectionAnalysis.Borders(run).Select(section => section.Kind));
            Assert.All(run.CompletedLaps, lap => ReportChecks.AssertStable(run, lap.Number));
        }
    }

    // As a corner looks when its line was smoothed over 1.6 metres.
    private static double[] Bend(double peak, double atPercent = 50) =>
    [
        .. Enumerable.Range(0, 501).Select(place => peak * Math.Exp(-0.5 * Math.Pow(((place / 5.0) - atPercent) * Metres / 100 / 1.6, 2))),
    ];
}
