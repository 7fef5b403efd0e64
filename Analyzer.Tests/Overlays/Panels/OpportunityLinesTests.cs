using Analyzer.Laps;
using Analyzer.Overlays.Panels;

namespace Analyzer.Tests.Overlays.Panels;

public class OpportunityLinesTests
{
    [Theory]
    [InlineData(1.93, 2.41, false, "best in lap 2: entered at 1.9 instead of 2.4 m/s")]
    [InlineData(1.93, 2.41, true, "lap 2: entered at 1.9, not 2.4 m/s")]
    [InlineData(1.93, 1.89, false, "best in lap 2: entered as fast, at 1.9 m/s")]
    [InlineData(1.93, 1.89, true, "lap 2: entered as fast, at 1.9 m/s")]
    [InlineData(1.93, null, false, "best in lap 2: entered at 1.9 m/s")]
    [InlineData(null, 2.41, false, "best in lap 2")]
    public void It_is_told_how_the_best_passage_was_entered(double? best, double? here, bool isShort, string expected)
    {
        var section = new SectionFigures(5, "left", 40, 50, 0, 1, 2, [Passage(1, here), Passage(2, best)], BestLap: 2, Recoverable: 0.4);

        Assert.Equal(expected, OpportunityLines.DifferenceIn(section, lap: 1, isShort).Text.ToString());
    }

    private static SectionPassage Passage(int lap, double? entrySpeed) => new(lap, 2, entrySpeed, 1, 1, 0, 1, 0, 10, null);
}
