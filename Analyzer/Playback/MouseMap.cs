using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Progress;
using Analyzer.Playback.Window;

namespace Analyzer.Playback;

/// <summary>
/// What the mouse does: a click on the progress bar or dragging along it (scrubbing) seeks, hovering asks what is there.
/// </summary>
/// <param name="layout">The picture's size and its parts.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="landmarks">The run's length.</param>
internal sealed class MouseMap(PictureLayout layout, Scale scale, Landmarks landmarks)
{
    /// <summary>The state after the mouse did something.</summary>
    public PlayerState Apply(MouseInput input, PlayerState state)
    {
        var bar = new ProgressBarLayout(layout.Size(state.Overlays), landmarks.LastFrame + 1, scale);
        var frame = bar.FrameAt(input.At.X);
        int? hover = bar.IsNear(input.At) ? frame : null;
        var after = input.Action switch
        {
            MouseAction.Press when hover is not null => state.At(frame, landmarks) with { Dragging = true, Hover = frame, Notice = null },
            MouseAction.Drag when state.Dragging => state.At(frame, landmarks) with { Hover = frame },
            MouseAction.Release when state.Dragging => state.At(frame, landmarks) with { Dragging = false, Hover = hover },
            MouseAction.Drag or MouseAction.Press => state with { Hover = null },
            _ => state with { Dragging = false, Hover = hover },
        };
        return after.Since(state);
    }
}
