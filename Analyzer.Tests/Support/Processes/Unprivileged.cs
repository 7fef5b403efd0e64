using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Analyzer.Tests.Support.Processes;

/// <summary>Does something without an administrator's power over all files, also where the tests are run by one.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class Unprivileged
{
    /// <summary>The user who owns nothing.</summary>
    private const uint Nobody = 65534;

    /// <summary>Gives what a function gives whose thread may do with files what others than their owner may.</summary>
    public static T Run<T>(Func<T> function)
    {
        if (!Environment.IsPrivilegedProcess) return function();
        T? result = default;
        var thread = new Thread(() =>
        {
            // Linux keeps the user whom files are opened for by thread; this one ends with its function.
            _ = SetFileSystemUser(Nobody);
            result = function();
        });
        thread.Start();
        thread.Join();
        return result!;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);
}
