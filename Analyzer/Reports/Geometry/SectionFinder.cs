namespace Analyzer.Reports.Geometry;

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
    // Radii of 4.8 and 3.3 metres: DeepRacer's tracks bend at 0.5 to 3, and cars cut the gentle bends by half again.
    private const double MinCurvature = 0.21;
    private const double BorderCurvature = 0.3;
    private const double MinTurnDegrees = 15;

    // A gentle bend begins and ends where it has fallen off by this from its own peak, several times what one lap changes in the mean: cut
    // near its flat top, it would have borders that move far, or would come and go.
    private const double FallFromPeak = 0.12;

    // Corners to one side with less between them are one; a straight shorter than this is split between its neighbours.
    private const double MinGapMetres = 2;
    private const double MinStraightMetres = 0.6;

    /// <summary>The sections in the direction of driving, from 0 to 100 percent.</summary>
    /// <param name="curvature">Over progress, evenly spaced, 1/m, positive to the left.</param>
    /// <param name="metres">The lap's length.</param>
    public static IReadOnlyList<TrackSection> Find(double[] curvature, double metres)
    {
        var step = metres / (curvature.Length - 1);
        var corners = Merged(Merged(Bends(curvature), step).Where(bend => TurnDegrees(curvature, bend, step) >= MinTurnDegrees), step);
        var sections = new List<TrackSection>();
        double Percent(int place) => place * 100.0 / (curvature.Length - 1);
        var end = 0.0;
        foreach (var corner in corners)
        {
            var from = Percent(corner.From);
            if ((from - end) * metres / 100 > MinStraightMetres) sections.Add(new TrackSection(0, end, from, (end + from) / 2));
            else if (sections.Count > 0) sections[^1] = sections[^1] with { ToPercent = from = (from + end) / 2 };
            else from = 0;
            var apex = Enumerable.Range(corner.From, corner.To - corner.From + 1).MaxBy(place => corner.Side * curvature[place]);
            end = Percent(corner.To);
            sections.Add(new TrackSection(corner.Side, from, end, Percent(apex)));
        }

        if ((100 - end) * metres / 100 > MinStraightMetres || sections.Count == 0)
            sections.Add(new TrackSection(0, end, 100, (end + 100) / 2));
        else sections[^1] = sections[^1] with { ToPercent = 100 };
        return sections;
    }

    private static IEnumerable<(int Side, int From, int To)> Bends(double[] curvature)
    {
        double Peak((int Side, int From, int To) bend) => curvature[bend.From..(bend.To + 1)].Max(Math.Abs);
        return Runs(curvature, (0, 0, curvature.Length - 1), MinCurvature)
            .SelectMany(run => Peak(run) > BorderCurvature ? Runs(curvature, run, BorderCurvature) : [run])
            .Select(run => Widened(curvature, run.From, Math.Min(BorderCurvature, Peak(run) - FallFromPeak)));
    }

    // Where, within a part, the line bends more than this to one side.
    private static IEnumerable<(int Side, int From, int To)> Runs(double[] curvature, (int Side, int From, int To) part, double least)
    {
        for (var place = part.From; place <= part.To; place++)
        {
            if (!(Math.Abs(curvature[place]) > least)) continue;
            var run = Widened(curvature, place, least);
            place = run.To;
            yield return run;
        }
    }

    // As far as the line bends more than this to the side to which it bends at a place.
    private static (int Side, int From, int To) Widened(double[] curvature, int place, double least)
    {
        var side = Math.Sign(curvature[place]);
        var (from, to) = (place, place);
        while (from > 0 && side * curvature[from - 1] > least) from--;
        while (to < curvature.Length - 1 && side * curvature[to + 1] > least) to++;
        return (side, from, to);
    }

    private static List<(int Side, int From, int To)> Merged(IEnumerable<(int Side, int From, int To)> bends, double step)
    {
        var merged = new List<(int Side, int From, int To)>();
        foreach (var bend in bends)
        {
            if (merged is [.., var last] && last.Side == bend.Side && (bend.From - last.To) * step < MinGapMetres)
                merged[^1] = (last.Side, Math.Min(last.From, bend.From), Math.Max(last.To, bend.To));
            else merged.Add(bend);
        }

        return merged;
    }

    private static double TurnDegrees(double[] curvature, (int Side, int From, int To) bend, double step) =>
        double.RadiansToDegrees(bend.Side * step * curvature[bend.From..(bend.To + 1)].Sum());
}
