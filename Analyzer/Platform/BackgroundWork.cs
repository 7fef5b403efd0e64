using System.Runtime.InteropServices;

namespace Analyzer.Platform;

/// <summary>Work that goes on beside what a person looks at.</summary>
internal static partial class BackgroundWork
{
    private const int OfThread = 0;
    private const int ThisOne = 0;

    /// <summary>A third of the share of others that want the same processor: it gives way to pictures, and yet comes to its end.</summary>
    private const int LessUrgent = 5;

    /// <summary>Does it on a thread that gives way to others, as do those that it starts.</summary>
    /// <param name="name">What the thread is called in a debugger.</param>
    /// <param name="work">What is to be done.</param>
    public static Task<T> Run<T>(string name, Func<T> work)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            // On Linux, where .NET's own priorities do nothing: setpriority(2) counts for one thread there.
            if (OperatingSystem.IsLinux()) _ = SetPriority(OfThread, ThisOne, LessUrgent);
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
