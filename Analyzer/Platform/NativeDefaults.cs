using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>
/// Settings of the native libraries (OpenCV, FFmpeg, glibc, GTK) that only environment variables and calls before their first use can make.
/// Variables that the user has set stay as they are.
/// </summary>
internal static partial class NativeDefaults
{
    private const int MaxArenas = -8;
    private const int Arenas = 2;

    /// <summary>To be called first of all: before other threads begin and before OpenCV is used.</summary>
    public static void Apply()
    {
        SetUpOpenCv();
        LimitMemory();
    }

    /// <summary>
    /// Keeps OpenCV and its decoders from writing to the console (what the user has to know, this program says itself), and OpenCV from
    /// starting workers: they spin-wait, on the core that decodes or encodes meanwhile.
    /// </summary>
    public static void SetUpOpenCv()
    {
        SetDefault("OPENCV_FOR_THREADS_NUM", "1");
        SetDefault("OPENCV_LOG_LEVEL", "SILENT");
        SetDefault("OPENCV_FFMPEG_LOGLEVEL", "-8");
    }

    // M_ARENA_MAX, mallopt(3): two heaps instead of eight for each processor, with one thread for each video one tenth less memory.
    // GDK_GL, "Running GTK Applications": GTK doesn't look for OpenGL, which loads 47 MB of a software renderer for nothing.
    private static void LimitMemory()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetMallocOption(MaxArenas, Arenas);
            SetDefault("GDK_GL", "disable");
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, which has no such heaps.
        }
    }

    // On Unix, native code does not see what Environment.SetEnvironmentVariable sets.
    private static void SetDefault(string name, string value)
    {
        if (OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
        else _ = SetEnvironmentVariable(name, value, overwrite: 0);
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMallocOption(int parameter, int value);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
