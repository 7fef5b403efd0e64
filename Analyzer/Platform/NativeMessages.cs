using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Keeps OpenCV and its decoders from writing to the console: what the user has to know, this program says itself.</summary>
internal static class NativeMessages
{
    /// <summary>To be called before OpenCV is first used. Does not overrule variables that the user has set.</summary>
    public static void Silence()
    {
        Default("OPENCV_LOG_LEVEL", "SILENT");
        Default("OPENCV_FFMPEG_LOGLEVEL", "-8");
    }

    // On Unix, native code does not see what Environment.SetEnvironmentVariable sets.
    private static void Default(string name, string value)
    {
        if (OperatingSystem.IsWindows()) Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
        else _ = SetEnvironmentVariable(name, value, 0);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetEnvironmentVariable(string name, string value, int overwrite);
}
