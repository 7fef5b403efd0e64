using Analyzer.Platform;
using Analyzer.Playback.Window;
using OpenCvSharp;

namespace Analyzer.Commands.Measuring;

/// <summary>A window that counts the pictures shown in it, and closes after some.</summary>
/// <param name="window">The window.</param>
/// <param name="pictures">How many are to be shown after the first one.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">How many have been.</param>
internal sealed class CountingWindow(IWindow window, int pictures, TimeProvider time, IProgress<Progress> progress) : IWindow
{
    private int shown = -1;
    private long first;
    private long last;

    /// <summary>Pictures shown a second, from the first one to the last.</summary>
    public double ShownPerSecond => shown / time.GetElapsedTime(first, last).TotalSeconds;

    /// <inheritdoc/>
    public bool Closed => shown >= pictures || window.Closed;

    /// <inheritdoc/>
    public bool FullScreen
    {
        set => window.FullScreen = value;
    }

    /// <inheritdoc/>
    public bool TakeMouse(out MouseInput input) => window.TakeMouse(out input);

    /// <inheritdoc/>
    public bool FollowMouse(out MouseInput input) => window.FollowMouse(out input);

    /// <inheritdoc/>
    public void Show(Mat picture)
    {
        window.Show(picture);
        last = time.GetTimestamp();
        if (++shown == 0) first = last;
        if (shown % 30 == 0) progress.Report(new Progress(shown, pictures));
    }

    /// <inheritdoc/>
    public string? WaitKey(int milliseconds) => window.WaitKey(milliseconds);

    /// <inheritdoc/>
    public string? PollKey() => window.PollKey();

    /// <inheritdoc/>
    public bool IsKeyRepeated => window.IsKeyRepeated;

    /// <inheritdoc/>
    public void Dispose() => window.Dispose();
}
