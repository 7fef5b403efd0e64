namespace Analyzer.Reports.Lines;

/// <summary>A straight or a corner.</summary>
/// <param name="Side">1 a left-hand corner, -1 a right-hand one, 0 a straight.</param>
/// <param name="FromPercent">Where it begins, progress.</param>
/// <param name="ToPercent">Where it ends.</param>
/// <param name="ApexPercent">Where it bends most; a straight's middle.</param>
internal readonly record struct TrackSection(int Side, double FromPercent, double ToPercent, double ApexPercent)
{
    /// <summary>The section's kind as the report names it.</summary>
    public string Kind => Side switch
    {
        > 0 => "left",
        < 0 => "right",
        _ => "straight",
    };
}

/// <summary>Cuts a lap into straights and corners, without gaps, by the curvature of its line.</summary>
internal static class SectionFinder
{
    // A radius of 3.3 metres: DeepRacer's tracks bend at 0.5 to 3, and nobody slows down for more.
    private const double LeastCurvature = 0.3;
    private const double LeastTurnDegrees = 25;

    // Corners to one side with less between them are one; a straight shorter than this is split between its neighbours.
    private const double LeastGapMetres = 2;
    private const double LeastStraightMetres = 0.6;

    /// <summary>The sections in the direction of driving, from 0 to 100 percent.</summary>
    /// <param name="curvature">Over progress, evenly spaced, 1/m, positive to the left.</param>
    /// <param name="metres">The lap's length.</param>
    public static IReadOnlyList<TrackSection> Find(double[] curvature, double metres)
    {
        var step = metres / (curvature.Length - 1);
        var corners = Merged(Merged(Bends(curvature), step).Where(bend => TurnDegrees(curvature, bend, step) >= LeastTurnDegrees), step);
        var sections = new List<TrackSection>();
        double Percent(int place) => place * 100.0 / (curvature.Length - 1);
        var end = 0.0;
        foreach (var corner in corners)
        {
            var from = Percent(corner.From);
            if ((from - end) * metres / 100 > LeastStraightMetres) sections.Add(new TrackSection(0, end, from, (end + from) / 2));
            else if (sections.Count > 0) sections[^1] = sections[^1] with { ToPercent = from = (from + end) / 2 };
            else from = 0;
            var apex = Enumerable.Range(corner.From, corner.To - corner.From + 1).MaxBy(place => corner.Side * curvature[place]);
            end = Percent(corner.To);
            sections.Add(new TrackSection(corner.Side, from, end, Percent(apex)));
        }

        if ((100 - end) * metres / 100 > LeastStraightMetres || sections.Count == 0)
            sections.Add(new TrackSection(0, end, 100, (end + 100) / 2));
        else sections[^1] = sections[^1] with { ToPercent = 100 };
        return sections;
    }

    private static List<(int Side, int From, int To)> Bends(double[] curvature)
    {
        var bends = new List<(int Side, int From, int To)>();
        for (var place = 0; place < curvature.Length; place++)
        {
            var side = Math.Abs(curvature[place]) > LeastCurvature ? Math.Sign(curvature[place]) : 0;
            if (side == 0) continue;
            if (bends is [.., var last] && last.Side == side && last.To == place - 1) bends[^1] = last with { To = place };
            else bends.Add((side, place, place));
        }

        return bends;
    }

    private static List<(int Side, int From, int To)> Merged(IEnumerable<(int Side, int From, int To)> bends, double step)
    {
        var merged = new List<(int Side, int From, int To)>();
        foreach (var bend in bends)
        {
            if (merged is [.., var last] && last.Side == bend.Side && (bend.From - last.To) * step < LeastGapMetres)
                merged[^1] = last with { To = bend.To };
            else merged.Add(bend);
        }

        return merged;
    }

    private static double TurnDegrees(double[] curvature, (int Side, int From, int To) bend, double step) =>
        double.RadiansToDegrees(bend.Side * step * curvature[bend.From..(bend.To + 1)].Sum());
}
