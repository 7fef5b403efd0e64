using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Reports.Geometry;

namespace Analyzer.Reports.Analyses;

/// <summary>Measures each lap in each section, straights and corners, and ranks the sections by recoverable time.</summary>
internal static class SectionAnalysis
{
    /// <summary>The sections, and which costs most. A training has none: its episodes start anywhere.</summary>
    public static Report Add(ReportInput input, Report report)
    {
        if (input.IsTraining) return report;
        var sections = Of(input, Borders(input));
        return report with
        {
            Sections = sections,
            SectionsBy = sections.IsEmpty ? "" : input.Track is null ? "laps" : "track",
            Opportunities = [.. LapSections.ByCost(sections).Select(section => section.Section)],
        };
    }

    /// <summary>The borders of a run's sections; empty where nobody drove far enough to tell.</summary>
    public static IReadOnlyList<TrackSection> Borders(ReportInput input)
    {
        var metres = input.Trace.Rows[0].TrackLengthMetres;
        if (!(metres > 0) || !double.IsFinite(metres)) return [];
        if (input.Track is { } track) return SectionFinder.Find(CurvatureProfile.OfTrack(track), metres);
        return input.CompletedLaps is { IsEmpty: false } laps
            ? SectionFinder.Find(CurvatureProfile.OfLaps(input.Times, laps, metres), metres)
            : [];
    }

    /// <summary>A run's passages through given sections.</summary>
    public static ImmutableArray<SectionFigures> Of(ReportInput input, IReadOnlyList<TrackSection> borders)
    {
        if (borders.Count == 0) return [];
        var guide = input.Times.Best ?? input.Trace.Laps.MaxBy(lap => input.Times.ProgressAt(lap.LastRow))!;
        var figures = new SectionFigures[borders.Count];
        // Not PLINQ, which would be compiled while the program starts.
        Parallel.For(0, figures.Length, place => figures[place] = Measure(borders[place], place + 1));
        return [.. figures];

        int Waypoint(double percent) => input.Trace.Rows[input.Times.RowAt(guide, percent)].ClosestWaypoint;

        SectionFigures Measure(TrackSection section, int number)
        {
            var laps = input.Trace.Laps.Select(lap => Passage(input, lap, section)).OfType<SectionPassage>().ToImmutableArray();
            var completed = laps.Where(passage => input.Times.IsCompleted(input.Trace.Laps[passage.Lap - 1])).ToArray();
            return new SectionFigures(
                number, section.Kind, section.FromPercent, section.ToPercent, Waypoint(section.FromPercent),
                Waypoint(section.ApexPercent), Waypoint(section.ToPercent), laps, completed.MinBy(passage => passage.Seconds)?.Lap,
                completed.Length == 0
                    ? null
                    : completed.Average(passage => passage.Seconds) - completed.Min(passage => passage.Seconds));
        }
    }

    /// <summary>When a lap came to a progress, seconds since its official start; NaN where it never did.</summary>
    public static double SecondsAt(LapTimes times, Lap lap, double percent) =>
        percent <= 0 ? 0 : percent >= 100 && times.IsCompleted(lap) ? times.SecondsOf(lap) : times.FirstReached(lap, percent);

    private static SectionPassage? Passage(ReportInput input, Lap lap, TrackSection section)
    {
        var (times, trace) = (input.Times, input.Trace);
        var seconds = SecondsAt(times, lap, section.ToPercent) - SecondsAt(times, lap, section.FromPercent);
        if (double.IsNaN(seconds)) return null;
        var from = section.FromPercent <= 0 ? lap.FirstRow : times.RowAt(lap, section.FromPercent);
        var to = section.ToPercent >= 100 ? lap.LastRow : Math.Max(from, times.RowAt(lap, section.ToPercent) - 1);
        double[] speeds =
        [
            .. Enumerable.Range(from, to - from + 1)
                .Where(row => LapAnalysis.IsDriving(trace, row))
                .Select(row => trace.Rows[row].DisplacementSpeedMetresPerSecond),
        ];
        var apex = trace.Rows[times.RowAt(lap, section.ApexPercent)];
        return new SectionPassage(
            lap.Number, seconds, speeds.Length > 0 ? speeds[0] : null, speeds.Length > 0 ? speeds.Min() : null,
            speeds.Length > 0 ? speeds[^1] : null, apex.SteeringDegrees, apex.ThrottleMetresPerSecond, from, to,
            input.Timeline?.FirstFrameOf(from));
    }
}
