using System.Runtime.CompilerServices;

namespace Analyzer.Tests.Support;

/// <summary>The tests have a cache folder of their own, and so have the programs that they start.</summary>
internal static class UserCacheFolder
{
    [ModuleInitializer]
    internal static void Set()
    {
        var folder = Directory.CreateTempSubdirectory("analyzer-tests-cache-").FullName;
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
