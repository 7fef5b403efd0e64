using System.Runtime.CompilerServices;
using Analyzer.Platform;

namespace Analyzer.Tests.Support;

/// <summary>Sets up OpenCV as the program does before it begins.</summary>
internal static class AsTheProgram
{
    [ModuleInitializer]
    internal static void SetUp() => NativeDefaults.SetUpOpenCv();
}
