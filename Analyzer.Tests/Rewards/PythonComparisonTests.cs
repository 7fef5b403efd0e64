using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

/// <summary>The expression language against Python's own <c>eval</c>: the same values, and gaps in the same rows.</summary>
public class PythonComparisonTests
{
    private const double RelativeError = 1e-9;
    private const int CloseStep = 7;
    private const int WideStep = 41;

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Folder = Path.Combine(SharedFiles.RepositoryRoot, "Analyzer.Tests", "Rewards");
    private static readonly string RecordedPath = Path.Combine(Folder, "python-results.json");

    private static IEnumerable<string> HandPicked => File.ReadLines(Path.Combine(Folder, "hand-picked-expressions.txt"));

    [Fact]
    public void Corner_cases_and_generated_expressions_give_what_python_gives()
    {
        var expected = Python.Evaluate(SampleRun.Trace, CloseStep, [.. HandPicked, .. Generated(seed: 1, count: 300)]);

        AssertSame(expected, SampleRun.Trace, CloseStep);
    }

    [Fact]
    public void Recorded_results_of_python_are_met_without_python()
    {
        var trace = SampleRun.Trace;

        var expected = File.ReadLines(RecordedPath).Select(line => JsonSerializer.Deserialize<PythonResult>(line)!);

        AssertSame([.. expected], trace, WideStep);
    }

    /// <summary>Writes the recorded results anew (run with <c>-explicit only</c>).</summary>
    [Fact(Explicit = true)]
    public void Record_the_results_of_python()
    {
        var results = Python.Evaluate(SampleRun.Trace, WideStep, [.. HandPicked, .. Generated(seed: 2, count: 80)]);

        File.WriteAllLines(
            RecordedPath,
            results.Select(result => JsonSerializer.Serialize(result, OneLine)),
            new System.Text.UTF8Encoding(false));
    }

    private static IEnumerable<string> Generated(int seed, int count)
    {
        var expressions = new RandomExpressions(seed);
        return Enumerable.Range(0, count).Select(_ => expressions.Next());
    }

    private static void AssertSame(ImmutableArray<PythonResult> expected, SimTrace trace, int step)
    {
        var rows = new RewardRows(trace);
        var differences = expected.SelectMany(
            result => Differences(result, RewardExpression.Parse(result.Expression, rows).Evaluate("test").Values, step));
        Assert.Empty(differences);
    }

    private static IEnumerable<string> Differences(PythonResult expected, ImmutableArray<double?> actual, int step) =>
        expected.Values.Select((value, place) => (Expected: value, Actual: actual[place * step], Row: place * step))
            .Where(pair => !AreClose(pair.Expected, pair.Actual))
            .Take(1)
            .Select(pair => FormattableString.Invariant($"{expected.Expression}: {pair.Actual}, not {pair.Expected}, in row {pair.Row}"));

    private static bool AreClose(double? expected, double? actual) => (expected, actual) switch
    {
        (null, null) => true,
        ({ } one, { } other) => Math.Abs(one - other) <= RelativeError * Math.Max(Math.Abs(one), Math.Abs(other)),
        _ => false,
    };
}
