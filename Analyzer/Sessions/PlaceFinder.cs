using Analyzer.Platform;
using Analyzer.Sync;

namespace Analyzer.Sessions;

/// <summary>Finds the frame in which a place of a run is seen first.</summary>
internal static class PlaceFinder
{
    /// <summary>The frame; of a section, that of the completed lap that lost most there.</summary>
    /// <exception cref="RunException">The run has no such place.</exception>
    public static int FrameOf(Session session, Place place)
    {
        var timeline = session.Run.Evaluation.Timeline;
        return place.Kind switch
        {
            PlaceKind.Frame => Within(place, 0, timeline.FrameCount - 1, "the video's frames are"),
            PlaceKind.Row => Showing(timeline, Within(place, 0, timeline.Trace.Rows.Length - 1, "the log's rows are")),
            PlaceKind.Lap => Showing(
                timeline, timeline.Trace.Laps[Within(place, 1, timeline.Trace.Laps.Length, "the laps are") - 1].FirstRow),
            _ => Showing(timeline, FirstRowOfSection(session, place)),
        };
    }

    private static int FirstRowOfSection(Session session, Place place)
    {
        var (sections, times) = (session.Run.Evaluation.Sections.All, session.Laps.Times);
        if (sections.IsEmpty)
            throw new RunException($"--at {place}: no lap was completed, so there are no sections; give a lap, row or frame.");
        var section = sections[Within(place, 1, sections.Length, "the sections are") - 1];
        return section.Laps
            .Where(passage => times.IsCompleted(times.Trace.Laps[passage.Lap - 1]))
            .MaxBy(passage => passage.Seconds)!.FromRow;
    }

    private static int Within(Place place, int min, int max, string what) => place.Number >= min && place.Number <= max
        ? place.Number
        : throw new RunException(FormattableString.Invariant($"--at {place}: {what} {min} to {max}."));

    private static int Showing(Timeline timeline, int row) => timeline.FirstFrameFrom(row) ?? timeline.FrameCount - 1;
}
