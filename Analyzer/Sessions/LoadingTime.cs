using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Analyzer.Sessions;

/// <summary>Times a piece of loading, and what of it the runtime took to compile methods that this thread had not called before.</summary>
internal readonly record struct LoadingTime
{
    private readonly long start;
    private readonly long methods;
    private readonly TimeSpan compiling;

    private LoadingTime(long start, long methods, TimeSpan compiling)
        => (this.start, this.methods, this.compiling) = (start, methods, compiling);

    /// <summary>Starts the time.</summary>
    public static LoadingTime Start() => new(
        Stopwatch.GetTimestamp(), JitInfo.GetCompiledMethodCount(currentThread: true), JitInfo.GetCompilationTime(currentThread: true));

    /// <summary>The time until now, as in <c>7.3 ms (1.1 ms of it compiled 12 methods)</c>.</summary>
    public string Describe()
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        var (compiledFor, compiled) = (
            JitInfo.GetCompilationTime(currentThread: true) - compiling, JitInfo.GetCompiledMethodCount(currentThread: true) - methods);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed.TotalMilliseconds:0.0} ms ({compiledFor.TotalMilliseconds:0.0} ms of it compiled {compiled} methods)");
    }
}
