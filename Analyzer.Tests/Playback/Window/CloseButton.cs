using System.Runtime.InteropServices;

namespace Analyzer.Tests.Playback.Window;

/// <summary>
/// What a window manager does when a window's close button is clicked: sends it WM_DELETE_WINDOW. (Older versions of xdotool can't, and
/// there is no window manager under Xvfb.)
/// </summary>
internal static partial class CloseButton
{
    private const int ClientMessage = 33;
    private const string X11 = "libX11.so.6";

    public static void Click(nint window)
    {
        var display = XOpenDisplay(null);
        var message = new Message
        {
            Type = ClientMessage,
            Window = window,
            MessageType = XInternAtom(display, "WM_PROTOCOLS", 0),
            Format = 32,
            Data0 = XInternAtom(display, "WM_DELETE_WINDOW", 0),
        };
        Assert.NotEqual(0, XSendEvent(display, window, 0, 0, ref message));
        _ = XCloseDisplay(display);
    }

    [LibraryImport(X11, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string? name);

    [LibraryImport(X11, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(X11)]
    private static partial int XSendEvent(nint display, nint window, int propagate, nint mask, ref Message message);

    [LibraryImport(X11)]
    private static partial int XCloseDisplay(nint display);

    /// <summary>XClientMessageEvent, in the room of an XEvent.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 192)]
    private struct Message
    {
        public int Type;
        public nint Serial;
        public int SendEvent;
        public nint Display;
        public nint Window;
        public nint MessageType;
        public int Format;
        public nint Data0;
    }
}
