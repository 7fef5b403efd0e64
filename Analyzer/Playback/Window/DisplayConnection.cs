using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analyzer.Playback.Window;

/// <summary>
/// The connection to the X server. Where it breaks, GDK would end the process within its next call, and a recording would be lost.
/// </summary>
internal static partial class DisplayConnection
{
    private const string Gdk = "libgdk-3.so.0";
    private const string X11 = "libX11.so.6";

    private static volatile bool isLost;

    /// <summary>Whether it has broken: nothing is to be asked of the window any more.</summary>
    public static bool IsLost => isLost;

    /// <summary>
    /// Lets the process outlive it. To be called when GTK has opened it; does nothing on Wayland, or with a libX11 before 1.7.
    /// </summary>
    public static unsafe void Outlive()
    {
        var display = DefaultDisplay();
        if (Marshal.PtrToStringUTF8(TypeName(display)) != "GdkX11Display") return;
        try
        {
            SetExitHandler(XDisplayOf(display), &OnExit, 0);
            SetErrorHandler(&OnError);
        }
        catch (EntryPointNotFoundException)
        {
            // Without the first of the two, the second one may not return.
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnError(nint display)
    {
        isLost = true;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnExit(nint display, nint data) => isLost = true;

    [LibraryImport(Gdk, EntryPoint = "gdk_display_get_default")]
    private static partial nint DefaultDisplay();

    [LibraryImport(Gdk, EntryPoint = "gdk_x11_display_get_xdisplay")]
    private static partial nint XDisplayOf(nint display);

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_type_name_from_instance")]
    private static partial nint TypeName(nint instance);

    [LibraryImport(X11, EntryPoint = "XSetIOErrorExitHandler")]
    private static unsafe partial void SetExitHandler(nint display, delegate* unmanaged[Cdecl]<nint, nint, void> handler, nint data);

    [LibraryImport(X11, EntryPoint = "XSetIOErrorHandler")]
    private static unsafe partial nint SetErrorHandler(delegate* unmanaged[Cdecl]<nint, int> handler);
}
