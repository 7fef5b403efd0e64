using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>
/// Keeps what Tesseract prints by itself ("Estimating resolution as 182") from the user's
/// terminal, until it is disposed of. The bindings have no way to turn that off, so the process's standard error points to nothing
/// for that while.
/// </summary>
internal sealed partial class QuietStandardError : IDisposable
{
    private const int StandardError = 2;
    private const int WriteOnly = 1;

    private readonly int kept = -1;

    public QuietStandardError()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var nothing = Open("/dev/null", WriteOnly);
        if (nothing < 0)
            return;

        kept = Duplicate(StandardError);
        _ = Redirect(nothing, StandardError);
        _ = Close(nothing);
    }

    public void Dispose()
    {
        if (kept >= 0)
        {
            _ = Redirect(kept, StandardError);
            _ = Close(kept);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Redirect(int from, int to);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
