using Analyzer.Hud;
using Analyzer.Logs;

namespace Analyzer.Overlays;

/// <summary>One frame of one evaluation: with the settings, all that an overlay may depend on.</summary>
/// <param name="Evaluation">The run.</param>
/// <param name="Frame">The video's frame, from 0.</param>
internal readonly record struct Moment(Evaluation Evaluation, int Frame)
{
    /// <summary>The step in the picture; null before the log's first and after its last.</summary>
    public SimTraceRow? Row => Evaluation.Timeline.RowAt(Frame);

    /// <summary>The lap in the picture; the first one before the log's first step, the last one after its last.</summary>
    public Lap Lap => Evaluation.Timeline.LapAt(Frame);

    /// <summary>What the HUD in the picture says.</summary>
    public HudReading Hud => Evaluation.Timeline.Readings[Frame];
}
