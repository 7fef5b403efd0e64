using OpenCvSharp;

namespace Analyzer.Playback.Window;

/// <summary>OpenCV's native window: it can be resized, keeps the picture's proportions, and can fill the screen.</summary>
internal sealed class HighGuiWindow : IWindow
{
    private readonly string name;
    private readonly MouseQueue mouse = new();
    private readonly MouseCallback callback;
    private readonly GtkWindow? gtk;
    private Size shown;
    private bool isFullScreen;

    /// <summary>Opens it.</summary>
    /// <param name="title">Its title.</param>
    public HighGuiWindow(string title)
    {
        name = title;
        callback = OnMouse;
        Cv2.NamedWindow(name, WindowFlags.Normal | WindowFlags.KeepRatio | WindowFlags.GuiNormal);
        Cv2.SetMouseCallback(name, callback);
        gtk = OperatingSystem.IsLinux() ? new GtkWindow() : null;
        if (gtk is not null) DisplayConnection.Outlive();
    }

    /// <summary>Asked by a property that every system knows: GTK's window has no "visible", and a closed one answers -1 to all.</summary>
    public bool Closed => DisplayConnection.IsLost || gtk is { IsDestroyed: true }
        || Cv2.GetWindowProperty(name, WindowPropertyFlags.AutoSize) < 0;

    /// <inheritdoc/>
    public bool FullScreen
    {
        set
        {
            if (value == isFullScreen) return;
            isFullScreen = value;
            Cv2.SetWindowProperty(name, WindowPropertyFlags.Fullscreen, (double)(value ? WindowFlags.FullScreen : WindowFlags.Normal));
        }
    }

    /// <inheritdoc/>
    public void Show(Mat picture)
    {
        Cv2.ImShow(name, picture);
        if (picture.Size() != shown) Fit(picture.Size());
        if (gtk is not null) GtkWindow.PaintNow();
    }

    /// <inheritdoc/>
    public bool TakeMouse(out MouseInput input) => mouse.TryTake(out input);

    /// <inheritdoc/>
    public bool FollowMouse(out MouseInput input)
    {
        input = gtk?.LookAtMouse(shown) ?? default;
        return gtk is not null;
    }

    /// <inheritdoc/>
    public string? WaitKey(int milliseconds) => KeyNames.Of(Cv2.WaitKeyEx(milliseconds));

    /// <inheritdoc/>
    public string? PollKey() => WaitKey(1);

    /// <inheritdoc/>
    public bool IsKeyRepeated => gtk is not null && GtkWindow.IsKeyRepeated;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Closed) Cv2.DestroyWindow(name);
    }

    /// <summary>Gives the window the proportions of a picture of another size, at the scale that the user has drawn it to.</summary>
    private void Fit(Size picture)
    {
        var scale = shown.Height == 0 ? 1 : (double)Cv2.GetWindowImageRect(name).Height / shown.Height;
        shown = picture;
        gtk?.MayBecomeSmaller();
        if (!isFullScreen) Cv2.ResizeWindow(name, (int)Math.Round(picture.Width * scale), (int)Math.Round(picture.Height * scale));
    }

    private void OnMouse(MouseEventTypes what, int x, int y, MouseEventFlags flags, nint userData)
    {
        MouseAction? action = what switch
        {
            MouseEventTypes.MouseMove => flags.HasFlag(MouseEventFlags.LButton) ? MouseAction.Drag : MouseAction.Move,
            MouseEventTypes.LButtonDown or MouseEventTypes.LButtonDoubleClick => MouseAction.Press,
            MouseEventTypes.LButtonUp => MouseAction.Release,
            _ => null,
        };
        if (action is null) return;
        mouse.Add(new MouseInput(action.Value, new Point(x, y)));
    }
}
