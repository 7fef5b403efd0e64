using System.Collections.Immutable;
using Analyzer.Sync;

namespace Analyzer.Laps;

/// <summary>
/// The frames of a run that keys seek to and the progress bar marks: lap starts, mishaps, sections; and what its laps can be compared with.
/// </summary>
internal sealed class Landmarks
{
    private readonly Timeline timeline;

    /// <summary>Finds them in a run.</summary>
    public Landmarks(Timeline timeline)
    {
        this.timeline = timeline;
        FramesPerSecond = Math.Max(1, (int)Math.Round(timeline.FramesPerSecond));
        LastFrame = timeline.FrameCount - 1;
        LapStarts = [.. timeline.Trace.Laps.Select(lap => timeline.FirstFrameFrom(lap.FirstRow)).OfType<int>().Distinct()];
        MishapRows =
        [
            .. from row in Enumerable.Range(0, timeline.FramesRead == 0 ? 0 : timeline.Trace.Rows.Length).Where(timeline.Trace.BeginsMishap)
               let frame = timeline.FirstFrameFrom(row)
               where frame is not null
               select (frame.Value, row),
        ];
        Mishaps = [.. MishapRows.Select(mishap => mishap.Frame).Distinct()];
    }

    /// <summary>Frames in a second of the video, to the nearest whole.</summary>
    public int FramesPerSecond { get; }

    /// <summary>Whether the video's HUD is still being read, so that frames and sections may be missing.</summary>
    public bool IsBeingRead => timeline.IsBeingRead;

    /// <summary>The video's last frame.</summary>
    public int LastFrame { get; }

    /// <summary>The frame in which each lap starts, in order.</summary>
    public ImmutableArray<int> LapStarts { get; }

    /// <summary>The frames in which an off-track, a crash or another reset begins, in order.</summary>
    public ImmutableArray<int> Mishaps { get; }

    /// <summary>Each of them with the log's row that begins it, which the video may have skipped.</summary>
    public ImmutableArray<(int Frame, int Row)> MishapRows { get; }

    /// <summary>What laps can be compared with, in the order in which a key goes through them.</summary>
    public ImmutableArray<LapComparison> Comparisons { get; init; }
        = [LapComparison.BestLap, LapComparison.PreviousLap, LapComparison.Nothing];

    /// <summary>The run's sections, through which a key goes.</summary>
    public LapSections Sections { get; init; } = LapSections.None;

    /// <summary>
    /// The frames of this lap's passage through a section; of the lap that took longest there, where this one did not drive all of it.
    /// </summary>
    public (int First, int Last) PassageAt(int frame, SectionFigures section)
    {
        var passage = section.PassageOf(timeline.LapAt(frame).Number) ?? section.Laps.MaxBy(other => other.Seconds)!;
        return FramesOf(passage.FromRow, passage.ToRow);
    }

    /// <summary>The frames that show some rows of the log; the nearest one where none does.</summary>
    public (int First, int Last) FramesOf(int fromRow, int toRow)
    {
        var first = timeline.FirstFrameFrom(fromRow) ?? LastFrame;
        return (first, Math.Max(first, (timeline.FirstFrameFrom(toRow + 1) ?? LastFrame + 1) - 1));
    }

    /// <summary>The row in a frame; 0 before the first.</summary>
    public int RowAt(int frame) => timeline.RowAt(frame)?.Index ?? 0;

    /// <summary>
    /// The start of this lap, or of the one before it within the lap's first second; null where the frame is not read yet.
    /// </summary>
    public int? PreviousLap(int frame) =>
        timeline.IsRead(frame) ? LapStarts.LastOrDefault(start => start < frame - FramesPerSecond) : null;

    /// <summary>The start of the next lap; null in the last one that is known.</summary>
    public int? NextLap(int frame) => FirstAfter(LapStarts, frame);

    /// <summary>
    /// The next mishap's frame, from the first one again after the last; null where there is none, or none is known yet.
    /// </summary>
    public int? NextMishap(int frame) => FirstAfter(Mishaps, frame) ?? (IsBeingRead ? null : FirstAfter(Mishaps, -1));

    private static int? FirstAfter(ImmutableArray<int> frames, int frame) =>
        frames.Where(other => other > frame).Cast<int?>().FirstOrDefault();
}
