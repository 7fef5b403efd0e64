using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Reports.Lines;

namespace Analyzer.Reports.Analyses;

/// <summary>A section as a lap drove it. Speeds are displacement speeds, metres a second; null where no row of it was driven.</summary>
/// <param name="Lap">From 1.</param>
/// <param name="Seconds">From border to border; the first begins at the lap's official start.</param>
/// <param name="EntrySpeed">In the first driven row.</param>
/// <param name="MinSpeed">The least.</param>
/// <param name="ExitSpeed">In the last driven row.</param>
/// <param name="SteeringAtApex">Commanded at the apex, degrees, positive to the left.</param>
/// <param name="ThrottleAtApex">Commanded there, metres a second.</param>
/// <param name="FromRow">The log's first row in it.</param>
/// <param name="ToRow">The last.</param>
/// <param name="Frame">The first frame of the video that shows the first row; null without one.</param>
internal sealed record SectionPassage(
    int Lap, double Seconds, double? EntrySpeed, double? MinSpeed, double? ExitSpeed, double SteeringAtApex, double ThrottleAtApex,
    int FromRow, int ToRow, int? Frame);

/// <summary>A straight or a corner of the track.</summary>
/// <param name="Section">From 1, in the direction of driving.</param>
/// <param name="Kind">straight, left or right.</param>
/// <param name="FromProgress">Percent.</param>
/// <param name="ToProgress">Percent.</param>
/// <param name="FromWaypoint">The waypoint nearest to its beginning.</param>
/// <param name="ApexWaypoint">The one nearest to where it bends most; a straight's middle.</param>
/// <param name="ToWaypoint">The one nearest to its end.</param>
/// <param name="Laps">Each lap that drove all of it.</param>
/// <param name="BestLap">The completed lap that took least; null without one.</param>
/// <param name="Recoverable">Mean of the completed laps' seconds less the least of them; null without one.</param>
internal sealed record SectionFigures(
    int Section, string Kind, double FromProgress, double ToProgress, int FromWaypoint, int ApexWaypoint, int ToWaypoint,
    ImmutableArray<SectionPassage> Laps, int? BestLap, double? Recoverable);

/// <summary>Where the time goes.</summary>
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
            Opportunities =
            [
                .. sections.Where(section => section.Recoverable is not null)
                    .OrderByDescending(section => section.Recoverable)
                    .Select(section => section.Section),
            ],
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
        int Waypoint(double percent) => input.Trace.Rows[RowAt(input.Times, guide, percent)].ClosestWaypoint;
        return
        [
            .. borders.AsParallel().AsOrdered().Select((section, place) =>
            {
                var laps = input.Trace.Laps.Select(lap => Passage(input, lap, section)).OfType<SectionPassage>().ToImmutableArray();
                var completed = laps.Where(passage => input.Times.IsCompleted(input.Trace.Laps[passage.Lap - 1])).ToArray();
                return new SectionFigures(
                    place + 1, section.Kind, section.FromPercent, section.ToPercent, Waypoint(section.FromPercent),
                    Waypoint(section.ApexPercent), Waypoint(section.ToPercent), laps, completed.MinBy(passage => passage.Seconds)?.Lap,
                    completed.Length == 0
                        ? null
                        : completed.Average(passage => passage.Seconds) - completed.Min(passage => passage.Seconds));
            }),
        ];
    }

    /// <summary>When a lap came to a progress, seconds since its official start; NaN where it never did.</summary>
    public static double SecondsAt(LapTimes times, Lap lap, double percent) =>
        percent <= 0 ? 0 : percent >= 100 && times.IsCompleted(lap) ? times.SecondsOf(lap) : times.FirstReached(lap, percent);

    /// <summary>The row in which a lap has come to a progress; its last where it never did.</summary>
    public static int RowAt(LapTimes times, Lap lap, double percent)
    {
        var (low, high) = (lap.FirstRow, lap.LastRow);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (times.ProgressAt(middle) >= percent) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    private static SectionPassage? Passage(ReportInput input, Lap lap, TrackSection section)
    {
        var (times, trace) = (input.Times, input.Trace);
        var seconds = SecondsAt(times, lap, section.ToPercent) - SecondsAt(times, lap, section.FromPercent);
        if (double.IsNaN(seconds)) return null;
        var from = section.FromPercent <= 0 ? lap.FirstRow : RowAt(times, lap, section.FromPercent);
        var to = section.ToPercent >= 100 ? lap.LastRow : Math.Max(from, RowAt(times, lap, section.ToPercent) - 1);
        double[] speeds =
        [
            .. Enumerable.Range(from, to - from + 1)
                .Where(row => LapAnalysis.IsDriving(trace, row))
                .Select(row => trace.Rows[row].DisplacementSpeedMetresPerSecond),
        ];
        var apex = trace.Rows[RowAt(times, lap, section.ApexPercent)];
        return new SectionPassage(
            lap.Number, seconds, speeds.Length > 0 ? speeds[0] : null, speeds.Length > 0 ? speeds.Min() : null,
            speeds.Length > 0 ? speeds[^1] : null, apex.SteeringDegrees, apex.ThrottleMetresPerSecond, from, to,
            input.Timeline?.FirstFrameOf(from));
    }
}
