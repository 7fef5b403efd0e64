using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class ExportTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("fails in every row", "    return params['nothing']\n", "line 2: params has no `nothing`, first in row 0")]
    [InlineData("does not compile", "    return (\n", "SyntaxError")]
    public void A_reward_function_that_gives_no_value_ends_the_export(string how, string body, string why)
    {
        var function = folder.Write("reward.py", $"def reward_function(params):\n{body}");
        var table = folder.Path("steps.csv");

        var result = AnalyzerInProcess.Run("export", SampleRun.Earlier, "--reward-function", function, "-o", table);

        Assert.True(result.ExitCode == ExitCodes.NotAnalysed, how);
        Assert.Contains("reward.py gives no value in any row (", result.Errors, StringComparison.Ordinal);
        Assert.Contains(why, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(table));
    }

    [Fact]
    public void One_that_fails_in_some_rows_leaves_gaps()
    {
        var function = folder.Write("reward.py", "def reward_function(params):\n    return 1 / (params['steps'] - 1)\n");
        var table = folder.Path("steps.csv");

        var result = AnalyzerInProcess.Run("export", SampleRun.Earlier, "--reward-function", function, "-o", table);

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        Assert.EndsWith(",,", File.ReadLines(table).ElementAt(1), StringComparison.Ordinal);
        Assert.EndsWith(",1,1", File.ReadLines(table).ElementAt(2), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
