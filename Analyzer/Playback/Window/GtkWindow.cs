using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Analyzer.Playback.Window;

/// <summary>The GTK window behind OpenCV's, for what OpenCV's own functions can't do. The process has one window.</summary>
internal sealed partial class GtkWindow
{
    private const string Gtk = "libgtk-3.so.0";
    private const string Gdk = "libgdk-3.so.0";
    private const uint LeftButton = 1 << 8;

    // GdkEventKey: type, window, send_event, time, state, keyval.
    private const int KeyOffset = 28;

    private static readonly List<int> HeldKeys = [];

    private readonly nint pointer = PointerOf(DefaultSeat(DefaultDisplay()));
    private readonly nint window;
    private readonly nint image;
    private readonly nint screenWindow;

    /// <summary>Finds it, just opened.</summary>
    public GtkWindow()
    {
        var windows = Windows();
        window = Marshal.ReadIntPtr(windows);
        FreeList(windows);
        screenWindow = KeepAlive(GdkWindowOf(window));
        image = Marshal.ReadIntPtr(PeekChildren(screenWindow));
        var black = new Colour(0, 0, 0, 1);
        SetBackground(window, 0, in black);

        WatchKeys(window);

        // Painting may meet a window that another program has just destroyed; GDK would end the process for that.
        TrapErrors();
    }

    /// <summary>Whether another program has destroyed it, of which OpenCV learns nothing.</summary>
    public bool IsDestroyed => IsGdkDestroyed(screenWindow) != 0;

    /// <summary>Whether the key that came last was held down already.</summary>
    public static bool IsKeyRepeated { get; private set; }

    /// <summary>Left to itself GTK paints at most 60 times a second, and frames in between are never seen.</summary>
    public static void PaintNow() => PaintAll();

    /// <summary>
    /// To be called after showing a picture of another size than the one before. OpenCV asks for at least the room that it has, and
    /// the window could never be made smaller again.
    /// </summary>
    public void MayBecomeSmaller() => ResizeGdk(image, 1, 1);

    /// <summary>
    /// Looks where the mouse is, be it outside the window: OpenCV tells nothing of it there, not even that its button came up.
    /// </summary>
    /// <param name="picture">The size of the picture shown.</param>
    public MouseInput LookAtMouse(Size picture)
    {
        _ = PlaceIn(image, pointer, out var x, out var y, out var held);
        var at = PictureFit.ToPicture(new Point(x, y), new Size(WidthOf(image), HeightOf(image)), picture);
        return new MouseInput((held & LeftButton) != 0 ? MouseAction.Drag : MouseAction.Move, at);
    }

    private static unsafe void WatchKeys(nint window)
    {
        Connect(window, "key-press-event", &OnPress, 0, 0, 0);
        Connect(window, "key-release-event", &OnRelease, 0, 0, 0);
        Connect(window, "focus-out-event", &OnFocusOut, 0, 0, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnPress(nint widget, nint pressed, nint data)
    {
        var key = Marshal.ReadInt32(pressed, KeyOffset);
        IsKeyRepeated = HeldKeys.Contains(key);
        if (!IsKeyRepeated) HeldKeys.Add(key);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnRelease(nint widget, nint released, nint data)
    {
        HeldKeys.Remove(Marshal.ReadInt32(released, KeyOffset));
        return 0;
    }

    // That a key comes up is then told to another window.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnFocusOut(nint widget, nint left, nint data)
    {
        HeldKeys.Clear();
        return 0;
    }

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_signal_connect_data", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial ulong Connect(
        nint widget, string signal, delegate* unmanaged[Cdecl]<nint, nint, nint, int> handler, nint data, nint destroy, int flags);

    [LibraryImport(Gtk, EntryPoint = "gtk_window_list_toplevels")]
    private static partial nint Windows();

    [LibraryImport("libglib-2.0.so.0", EntryPoint = "g_list_free")]
    private static partial void FreeList(nint list);

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_object_ref")]
    private static partial nint KeepAlive(nint what);

    [LibraryImport(Gdk, EntryPoint = "gdk_error_trap_push")]
    private static partial void TrapErrors();

    [LibraryImport(Gdk, EntryPoint = "gdk_window_is_destroyed")]
    private static partial int IsGdkDestroyed(nint window);

    [LibraryImport(Gtk, EntryPoint = "gtk_widget_get_window")]
    private static partial nint GdkWindowOf(nint widget);

    [LibraryImport(Gtk, EntryPoint = "gtk_widget_override_background_color")]
    private static partial void SetBackground(nint widget, int state, in Colour colour);

    [LibraryImport(Gdk, EntryPoint = "gdk_window_peek_children")]
    private static partial nint PeekChildren(nint window);

    [LibraryImport(Gdk, EntryPoint = "gdk_window_process_all_updates")]
    private static partial void PaintAll();

    [LibraryImport(Gdk, EntryPoint = "gdk_window_resize")]
    private static partial void ResizeGdk(nint window, int width, int height);

    [LibraryImport(Gdk, EntryPoint = "gdk_display_get_default")]
    private static partial nint DefaultDisplay();

    [LibraryImport(Gdk, EntryPoint = "gdk_display_get_default_seat")]
    private static partial nint DefaultSeat(nint display);

    [LibraryImport(Gdk, EntryPoint = "gdk_seat_get_pointer")]
    private static partial nint PointerOf(nint seat);

    [LibraryImport(Gdk, EntryPoint = "gdk_window_get_device_position")]
    private static partial nint PlaceIn(nint window, nint device, out int x, out int y, out uint modifiers);

    [LibraryImport(Gdk, EntryPoint = "gdk_window_get_width")]
    private static partial int WidthOf(nint window);

    [LibraryImport(Gdk, EntryPoint = "gdk_window_get_height")]
    private static partial int HeightOf(nint window);

    /// <summary>GdkRGBA: each value 0 to 1.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Colour(double Red, double Green, double Blue, double Opacity);
}
