using System.Diagnostics;

namespace Analyzer.Rewards.Language;

/// <summary>
/// The deadline of the evaluation on this thread. Each single operation is bounded in size; the many that one expression can have are
/// bounded by this, within a row too.
/// </summary>
internal static class EvaluationDeadline
{
    [ThreadStatic]
    private static long end;

    [ThreadStatic]
    private static CancellationToken cancellation;

    /// <summary>Begins an evaluation.</summary>
    /// <param name="start">When its time began to run, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="interrupt">Ends it sooner.</param>
    public static void Begin(long start, TimeSpan limit, CancellationToken interrupt) =>
        (end, cancellation) = (start + (long)(limit.TotalSeconds * Stopwatch.Frequency), interrupt);

    /// <summary>Whether it has passed.</summary>
    public static bool HasPassed => Stopwatch.GetTimestamp() > end;

    /// <summary>To be called before what takes more than a moment.</summary>
    /// <exception cref="EvaluationException">It has passed.</exception>
    /// <exception cref="OperationCanceledException">The evaluation is not wanted any more.</exception>
    public static void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (HasPassed) throw EvaluationException.OutOfTime();
    }
}
