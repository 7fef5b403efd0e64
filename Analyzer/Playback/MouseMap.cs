using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Progress;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// What the mouse does: by a click on the progress bar or dragging along it one goes there, by hovering one asks what is there.
/// </summary>
/// <param name="video">The video's part of the picture, with the bar along its bottom edge.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="landmarks">The run's length.</param>
internal sealed class MouseMap(Rect video, Scale scale, Landmarks landmarks)
{
    /// <summary>How far above the bottom edge the bar can be taken hold of, pixels at the base scale: more than it is high.</summary>
    public const int Reach = 14;

    /// <summary>The state after the mouse did something.</summary>
    public PlayerState Apply(MouseInput input, PlayerState state)
    {
        var frame = ProgressBar.FrameAt(input.At.X - video.Left, video.Width, landmarks.LastFrame + 1);
        int? hover = video.Contains(input.At) && input.At.Y >= video.Bottom - scale.Pixels(Reach) ? frame : null;
        return input.Action switch
        {
            MouseAction.Press when hover is not null => state.At(frame, landmarks) with { Dragging = true, Hover = frame, Notice = null },
            MouseAction.Drag when state.Dragging => state.At(frame, landmarks) with { Hover = frame },
            MouseAction.Release when state.Dragging => state.At(frame, landmarks) with { Dragging = false, Hover = hover },
            MouseAction.Drag or MouseAction.Press => state with { Hover = null },
            _ => state with { Dragging = false, Hover = hover },
        };
    }
}
