using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Functions;

/// <summary>What a reward function's mistakes and prints come to.</summary>
public sealed class RewardFunctionMessageTests
{
    [Fact]
    public async Task What_is_raised_in_a_row_is_a_gap_with_its_line()
    {
        var result = await RewardFunctions.Run(SampleRun.Trace,
            """
            calls = 0
            def reward_function(params):
                global calls
                calls += 1
                return 1 / (calls - 101)
            """);

        Assert.Null(result.Series[0].Values[100]);
        Assert.Equal(1, result.Series[0].Values[101]);
        Assert.Equal("1 row: line 5: ZeroDivisionError: division by zero, in row 100", result.Series[0].Gaps?.Description);
    }

    [Theory]
    [InlineData(
        "return params['track_width']",
        "4 rows: line 2: `track_width` needs the track; give it with --track FILE.npy, first in row 0")]
    [InlineData("return params['heeding']", "4 rows: line 2: params has no `heeding`; did you mean `heading`?, first in row 0")]
    [InlineData("return {}['a']", "4 rows: line 2: KeyError: 'a', first in row 0")]
    [InlineData("pass", "4 rows: it gives None, not a finite number, first in row 0")]
    [InlineData("return 1e308 * 10", "4 rows: it gives inf, not a finite number, first in row 0")]
    [InlineData("exit(3)", "4 rows: line 2: SystemExit: 3, first in row 0")]
    public async Task Gaps_are_explained(string body, string expected)
    {
        var result = await RewardFunctions.Run(Runs.Small, $"def reward_function(params):\n    {body}\n");

        Assert.Equal(expected, result.Series[0].Gaps?.Description);
    }

    [Theory]
    [InlineData("def reward_function(params)\n    return 1", "reward.py: line 1: SyntaxError: expected ':'.")]
    [InlineData("def reward(params): return 1", "reward.py: there is no function reward_function(params) in it.")]
    [InlineData("import os\ndef reward_function(params):\n    os._exit(4)", "reward.py: Python ended before the last row.")]
    public async Task A_file_that_does_not_run_is_explained(string text, string expected)
    {
        var result = await RewardFunctions.Run(Runs.Small, text);

        Assert.Equal(expected, Assert.Single(result.Messages));
        Assert.All(Assert.Single(result.Series).Values, value => Assert.Null(value));
    }

    [Fact]
    public async Task A_missing_module_is_named_with_its_python_and_what_to_install()
    {
        var result = await RewardFunctions.Run(Runs.Small, "import nowhere_to_be_found.inner\ndef reward_function(params): return 1");

        Assert.Matches(
            @"^reward.py: line 1: there is no module `nowhere_to_be_found` for (?<python>.*python3.*); " +
            @"install it with `\k<python> -m pip install nowhere_to_be_found`\.$",
            Assert.Single(result.Messages));
        Assert.Equal(Assert.Single(result.Messages), result.Failure);
    }

    [Fact]
    public async Task Prints_never_get_between_and_a_flood_is_counted()
    {
        var result = await RewardFunctions.Run(SampleRun.Trace,
            """
            import os, sys
            def reward_function(params):
                os.write(1, b'{"reward": 5}\n') if params["steps"] == 2 else None
                print("a", "b", file=sys.stderr)
                return input() if params["steps"] == 3 else 1
            """);

        Assert.Equal("reward.py, line 4, row 0: a b", result.Messages[0]);
        Assert.Equal("reward.py: and 754 more printed lines", result.Messages[10]);
        Assert.Equal("reward.py: {\"reward\": 5}", result.Messages[11]);
        Assert.Equal("3 rows: line 5: EOFError: EOF when reading a line, first in row 2", result.Series[0].Gaps?.Description);
    }

    [Fact]
    public async Task A_text_that_is_no_unicode_ends_nothing()
    {
        var result = await RewardFunctions.Run(Runs.Small, "def reward_function(params):\n    print('\\ud800')\n    return 1\n");

        Assert.Equal([1.0, 1, 1, 1], result.Series[0].Values);
        Assert.Equal(4, result.Messages.Length);
    }
}
