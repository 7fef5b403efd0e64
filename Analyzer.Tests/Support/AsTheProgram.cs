using System.Runtime.CompilerServices;
using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Tests.Support;

/// <summary>Sets up OpenCV as the program does before it begins.</summary>
internal static class AsTheProgram
{
    [ModuleInitializer]
    internal static void SetUp()
    {
        NativeDefaults.SilenceOpenCv();
        Cv2.SetNumThreads(1);
    }
}
