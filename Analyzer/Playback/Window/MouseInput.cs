using OpenCvSharp;

namespace Analyzer.Playback.Window;

/// <summary>The kinds of mouse events.</summary>
internal enum MouseAction
{
    /// <summary>It moved, or stands, with its left button up.</summary>
    Move,

    /// <summary>It moved, or stands, with its left button held.</summary>
    Drag,

    /// <summary>Its left button went down.</summary>
    Press,

    /// <summary>Its left button came up.</summary>
    Release,
}

/// <summary>A mouse event.</summary>
/// <param name="Action">What.</param>
/// <param name="At">Where, in pixels of the picture shown, however large the window is; may be outside.</param>
internal readonly record struct MouseInput(MouseAction Action, Point At);
