using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Keeps memory that OpenCV has given back from staying with this program.</summary>
internal static class NativeMemory
{
    private const int MostArenas = -8;
    private const int Arenas = 2;

    /// <summary>
    /// Lets glibc keep two heaps instead of eight for each processor (M_ARENA_MAX, mallopt(3)): with one thread for each video, one tenth
    /// less. To be called before other threads begin.
    /// </summary>
    public static void Limit()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = Set(MostArenas, Arenas);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which has no such heaps.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    private static extern int Set(int parameter, int value);
}
