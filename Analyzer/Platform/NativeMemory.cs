using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Keeps native libraries from taking memory that nothing here needs.</summary>
internal static class NativeMemory
{
    private const int MostArenas = -8;
    private const int Arenas = 2;

    /// <summary>
    /// Lets glibc keep two heaps instead of eight for each processor (M_ARENA_MAX, mallopt(3)): with one thread for each video, one tenth
    /// less. And unless the user says otherwise, GTK (GDK_GL, "Running GTK Applications") doesn't look for OpenGL, which loads 47 MB of a
    /// software renderer for nothing. To be called before other threads begin.
    /// </summary>
    public static void Limit()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Set(MostArenas, Arenas);
            _ = SetVariable("GDK_GL", "disable", overwrite: 0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which has no such heaps.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Set(int parameter, int value);

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi)]
    private static extern int SetVariable(string name, string value, int overwrite);
}
