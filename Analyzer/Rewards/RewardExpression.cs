using System.Diagnostics;
using System.Runtime.InteropServices;
using Analyzer.Rewards.Language;

namespace Analyzer.Rewards;

/// <summary>
/// A compiled Python expression over a run's rows. It can read the rows and nothing else, and it is bounded in length, depth, size of
/// numbers and time: one from a stranger is harmless.
/// </summary>
internal sealed class RewardExpression
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private readonly string text;
    private readonly CellEvaluator evaluation;
    private readonly int rowCount;

    private RewardExpression(string text, CellEvaluator evaluation, int rowCount) =>
        (this.text, this.evaluation, this.rowCount) = (text, evaluation, rowCount);

    /// <summary>Compiles an expression.</summary>
    /// <exception cref="ExpressionException">The text is no expression, or names what the rows do not have.</exception>
    public static RewardExpression Parse(string text, RewardRows rows) =>
        new(text, Parser.Compile(text, rows.Table), rows.Trace.Rows.Length);

    /// <summary>
    /// The values in all rows. Where the expression fails or gives no finite number there is a gap; True and False are 1 and 0.
    /// </summary>
    /// <param name="name">The series' name.</param>
    public RewardSeries Evaluate(string name) => Evaluate(name, Stopwatch.GetTimestamp(), CancellationToken.None);

    /// <summary>The values in all rows, of an expression that shares its time with others.</summary>
    /// <param name="name">The series' name.</param>
    /// <param name="start">When the time began to run, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    internal RewardSeries Evaluate(string name, long start, CancellationToken cancellation)
    {
        EvaluationDeadline.Begin(start, TimeLimit, cancellation);
        var values = new double?[rowCount];
        var gaps = new GapCount();
        for (var row = 0; row < rowCount; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var reason = EvaluationDeadline.HasPassed ? EvaluationException.OutOfTime().Message : Read(row, out values[row]);
            if (reason is not null) gaps.Add(row, reason);
        }

        return new RewardSeries(name, text, ImmutableCollectionsMarshal.AsImmutableArray(values), gaps.Summary());
    }

    // Gives why there is no value; null where there is one.
    private string? Read(int row, out double? number)
    {
        number = null;
        try
        {
            var value = evaluation(row);
            if (value.Kind == ValueKind.None) return "a missing reading (None)";
            if (!value.IsReal) return $"gives a {value.TypeName}, not a number";
            var real = value.ToDouble();
            if (!double.IsFinite(real)) return "gives no finite number";
            number = real;
            return null;
        }
        catch (EvaluationException error)
        {
            return error.Message;
        }
    }
}
