using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Tells whether there is a display (X11, Wayland) to open a window on.</summary>
internal static class Display
{
    private const string Gtk = "libgtk-3.so.0";

    private delegate int InitCheck(nint argumentCount, nint arguments);

    /// <summary>
    /// Asks GTK itself, which OpenCV's window stands on: a variable such as DISPLAY may name a display that is not there, and
    /// GTK ends the process when a window is opened then.
    /// </summary>
    public static bool IsThere() => !OperatingSystem.IsLinux() || GtkFindsOne();

    private static bool GtkFindsOne()
    {
        if (!NativeLibrary.TryLoad(Gtk, out var library)
            || !NativeLibrary.TryGetExport(library, "gtk_init_check", out var address))
        {
            return false;
        }

        return Marshal.GetDelegateForFunctionPointer<InitCheck>(address)(0, 0) != 0;
    }
}
