using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Runs work on a thread of low priority, so that playback keeps its processor time.</summary>
internal static partial class BackgroundWork
{
    private const int PrioProcess = 0;
    private const int CallingThread = 0;

    /// <summary>A third of the share of others that want the same processor: it gives way to pictures, and yet comes to its end.</summary>
    private const int Nice = 5;

    /// <summary>Starts it; threads that it starts inherit the priority on Linux.</summary>
    /// <param name="name">What the thread is called in a debugger.</param>
    /// <param name="work">What is to be done.</param>
    public static Task<T> Run<T>(string name, Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            // On Linux, where .NET's own priorities do nothing: setpriority(2) counts for one thread there.
            if (OperatingSystem.IsLinux()) _ = SetPriority(PrioProcess, CallingThread, Nice);
            try
            {
                result.SetResult(work());
            }
            catch (OperationCanceledException)
            {
                result.SetCanceled();
            }
            catch (Exception error)
            {
                result.SetException(error);
            }
        })
        {
            Name = name,
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return result.Task;
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int nice);
}
