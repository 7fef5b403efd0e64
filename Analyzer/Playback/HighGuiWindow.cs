using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>OpenCV's native window.</summary>
public sealed partial class HighGuiWindow : IWindow
{
    private readonly string name;

    /// <summary>Opens it.</summary>
    /// <param name="title">Its title.</param>
    public HighGuiWindow(string title)
    {
        name = title;
        Cv2.NamedWindow(name, WindowFlags.AutoSize | WindowFlags.GuiNormal);
    }

    /// <summary>Asked by a property that every system knows: GTK's window has no "visible", and a closed one answers -1 to all.</summary>
    public bool Closed => Cv2.GetWindowProperty(name, WindowPropertyFlags.AutoSize) < 0;

    /// <inheritdoc/>
    public void Show(Mat picture)
    {
        Cv2.ImShow(name, picture);
        PaintNow();
    }

    /// <inheritdoc/>
    public string? WaitKey(int milliseconds) => KeyNames.Of(Cv2.WaitKeyEx(milliseconds));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Closed) Cv2.DestroyWindow(name);
    }

    /// <summary>Left to itself GTK paints at most 60 times a second, and frames in between are never seen.</summary>
    private static void PaintNow()
    {
        if (OperatingSystem.IsLinux()) ProcessAllUpdates();
    }

    [LibraryImport("libgdk-3.so.0", EntryPoint = "gdk_window_process_all_updates")]
    private static partial void ProcessAllUpdates();
}
