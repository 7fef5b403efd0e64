using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>OpenCV's native window.</summary>
public sealed class HighGuiWindow : IWindow
{
    private readonly string name;

    /// <summary>Opens it.</summary>
    /// <param name="title">Its title.</param>
    public HighGuiWindow(string title)
    {
        name = title;
        Cv2.NamedWindow(name, WindowFlags.AutoSize | WindowFlags.GuiNormal);
    }

    /// <inheritdoc/>
    public bool Closed => Cv2.GetWindowProperty(name, WindowPropertyFlags.Visible) < 1;

    /// <inheritdoc/>
    public void Show(Mat picture) => Cv2.ImShow(name, picture);

    /// <inheritdoc/>
    public string? WaitKey(int milliseconds) => KeyNames.Of(Cv2.WaitKeyEx(milliseconds));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Closed) Cv2.DestroyWindow(name);
    }
}
