using OpenCvSharp;

namespace Analyzer.Playback.Window;

/// <summary>The window that the player shows pictures in and takes keys and mouse events from.</summary>
internal interface IWindow : IDisposable
{
    /// <summary>True once the person has closed it.</summary>
    bool Closed { get; }

    /// <summary>Shows a picture.</summary>
    void Show(Mat picture);

    /// <summary>Whether it is to fill the screen.</summary>
    bool FullScreen { set; }

    /// <summary>
    /// Takes the oldest thing that the mouse did and that has not been taken yet. Of moves that follow each other only the last is kept.
    /// </summary>
    /// <returns>False where there is none.</returns>
    bool TakeMouse(out MouseInput input);

    /// <summary>
    /// Looks where the mouse is now, be it outside the window, and whether its button is held. Not to be asked of a closed window.
    /// </summary>
    /// <returns>False where that can't be told.</returns>
    bool FollowMouse(out MouseInput input);

    /// <summary>Waits for a key, and lets the window live meanwhile.</summary>
    /// <param name="milliseconds">How long at most, at least 1.</param>
    /// <returns>The key's name (see <see cref="KeyNames"/>), or null for none.</returns>
    string? WaitKey(int milliseconds);

    /// <summary>Takes a key that has been pressed already, and lets the window live meanwhile, a millisecond at most.</summary>
    /// <inheritdoc cref="WaitKey" path="/returns"/>
    string? PollKey();

    /// <summary>Whether the last key came because it is held down, not pressed anew; false where that can't be told.</summary>
    bool IsKeyRepeated { get; }
}
