using System.Collections.Immutable;
using Analyzer.Sync;

namespace Analyzer.Laps;

/// <summary>A section in which time is to be gained, as the coach's film shows it: an ordinary passage beside the best one.</summary>
/// <param name="Section">The section.</param>
/// <param name="Completed">The completed laps' passages, the quickest first; one at least.</param>
internal sealed record CoachScene(SectionFigures Section, ImmutableArray<SectionPassage> Completed)
{
    // Shown before and after the passage, so that the eye sees where it begins and ends.
    private const double SecondsAround = 0.5;

    /// <summary>The median passage, of two in the middle the slower.</summary>
    public SectionPassage Ordinary => Completed[Completed.Length / 2];

    /// <summary>The best passage.</summary>
    public SectionPassage Best => Completed[0];

    /// <summary>A section's scene.</summary>
    public static CoachScene Of(SectionFigures section, LapTimes times) => new(
        section,
        [
            .. section.Laps
                .Where(passage => times.IsCompleted(times.Trace.Laps[passage.Lap - 1]))
                .OrderBy(passage => passage.Seconds),
        ]);

    /// <summary>The run's laps, compared with the one that drove the best passage.</summary>
    public LapComparisons ComparisonsOf(LapTimes times) => new(times, new ReferenceLap(times, times.Trace.Laps[Best.Lap - 1]));

    /// <summary>The frames of the ordinary passage, half a second before to half a second after, within its lap.</summary>
    public (int First, int Last) FramesIn(Timeline timeline)
    {
        var landmarks = new Landmarks(timeline);
        var lap = timeline.Trace.Laps[Ordinary.Lap - 1];
        var (lapsFirst, lapsLast) = landmarks.FramesOf(lap.FirstRow, lap.LastRow);
        var (first, last) = landmarks.FramesOf(Ordinary.FromRow, Ordinary.ToRow);
        var around = (int)Math.Round(SecondsAround * timeline.FramesPerSecond);
        return (Math.Max(lapsFirst, first - around), Math.Min(lapsLast, last + around));
    }
}
