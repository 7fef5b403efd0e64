using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards;

public sealed class RewardFunctionTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_function_keeps_its_state_between_rows()
    {
        var result = await Run(Runs.Small,
            """
            class State:
                steps = 0
            def reward_function(params):
                State.steps += 1
                return State.steps * 10
            """);

        Assert.Equal([10.0, 20, 30, 40], Assert.Single(result.Series).Values);
        Assert.Equal("reward_function", result.Series[0].Name);
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task Params_are_those_of_the_simulator_and_speed_is_the_commanded_one()
    {
        var result = await Run(Runs.Small,
            """
            def reward_function(params):
                print(sorted(params))
                names = ("x", "steps", "speed", "timestamp", "all_wheels_on_track", "is_offtrack", "objects_location")
                print([params[k] for k in names])
                return 1
            """);

        Assert.Equal(
            "reward.py, line 2, row 0: ['all_wheels_on_track', 'closest_objects', " +
            "'heading', 'is_crashed', 'is_offtrack', " +
            "'is_reversed', 'object_in_camera', 'objects_distance', 'objects_distance_from_center', 'objects_heading', " +
            "'objects_left_of_center', 'objects_location', 'objects_speed', 'progress', 'speed', " +
            "'steering_angle', 'steps', 'timestamp', 'track_length', 'x', 'y']",
            result.Messages[0]);
        Assert.Equal("reward.py, line 4, row 0: [1.5, 1, 2.0, 0, True, False, []]", result.Messages[1]);
        Assert.Equal("reward.py, line 4, row 2: [3.5, 3, 1.0, 0, False, True, []]", result.Messages[5]);
    }

    [Fact]
    public async Task Entries_of_components_are_components_too()
    {
        var result = await Run(Runs.Small,
            """
            components = {}
            def reward_function(params):
                components["Speed"] = params["speed"]
                if params["is_offtrack"]:
                    components["Late"] = True
                    components["Text"] = "no number"
                return sum([components["Speed"], 1])
            """);

        Assert.Equal(["reward_function", "Speed", "Late", "Text"], result.Series.Select(series => series.Name));
        Assert.Equal([2.0, 1, 1, 1], result.Series[1].Values);
        Assert.Equal([null, null, 1.0, 1], result.Series[2].Values);
        Assert.Equal("2 rows: no number in `components`, first in row 0", result.Series[2].Gaps);
        Assert.Equal([null, null, null, null], result.Series[3].Values);
    }

    [Fact]
    public async Task With_a_track_its_params_are_there()
    {
        var trace = Runs.Backwards();
        var track = TrackSearch.Read(SampleRun.TrackFile, trace);

        var result = await Run(trace,
            """
            def reward_function(params):
                assert params["is_reversed"] is True
                behind, ahead = [params["waypoints"][i] for i in params["closest_waypoints"]]
                params["waypoints"].clear()
                return params["distance_from_center"] / params["track_width"] + (1000 if params["is_left_of_center"] else 0) + behind[0] * 0
            """, track);

        Assert.Null(result.Series[0].Gaps);
        Assert.Empty(result.Messages);
    }

    [Fact]
    public async Task What_is_raised_in_a_row_is_a_gap_with_its_line()
    {
        var result = await Run(SampleRun.Trace,
            """
            calls = 0
            def reward_function(params):
                global calls
                calls += 1
                return 1 / (calls - 101)
            """);

        Assert.Null(result.Series[0].Values[100]);
        Assert.Equal(1, result.Series[0].Values[101]);
        Assert.Equal("1 row: line 5: ZeroDivisionError: division by zero, in row 100", result.Series[0].Gaps);
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
        var result = await Run(Runs.Small, $"def reward_function(params):\n    {body}\n");

        Assert.Equal(expected, result.Series[0].Gaps);
    }

    [Theory]
    [InlineData("def reward_function(params)\n    return 1", "reward.py: line 1: SyntaxError: expected ':'.")]
    [InlineData("def reward(params): return 1", "reward.py: there is no function reward_function(params) in it.")]
    [InlineData("import os\ndef reward_function(params):\n    os._exit(4)", "reward.py: Python ended before the last row.")]
    public async Task A_file_that_does_not_run_is_explained(string text, string expected)
    {
        var result = await Run(Runs.Small, text);

        Assert.Equal(expected, Assert.Single(result.Messages));
        Assert.All(Assert.Single(result.Series).Values, value => Assert.Null(value));
    }

    [Fact]
    public async Task A_missing_module_is_named_with_its_python_and_what_to_install()
    {
        var result = await Run(Runs.Small, "import nowhere_to_be_found.inner\ndef reward_function(params): return 1");

        Assert.Matches(
            @"^reward.py: line 1: there is no module `nowhere_to_be_found` for (?<python>.*python3.*); " +
            @"install it with `\k<python> -m pip install nowhere_to_be_found`\.$",
            Assert.Single(result.Messages));
        Assert.Equal(Assert.Single(result.Messages), result.Failure);
    }

    [Fact]
    public async Task The_file_is_a_module_as_the_simulator_imports_it()
    {
        var result = await Run(Runs.Small,
            """
            from __future__ import annotations
            import sys
            from dataclasses import dataclass, field
            from typing import ClassVar, NamedTuple

            @dataclass
            class Weights:
                speed: float = 2.0
                total: ClassVar[float] = 0.0
                seen: list[float] = field(default_factory=list)

            class Point(NamedTuple):
                x: float

            assert sys.modules[__name__].Weights is Weights

            def reward_function(params):
                return Weights().speed * Point(params["x"]).x
            """);

        Assert.Empty(result.Messages);
        Assert.Equal([3.0, 5, 7, 9], result.Series[0].Values);
    }

    [Fact]
    public async Task Params_of_objects_are_those_of_an_empty_track_and_that_is_said_once()
    {
        var result = await Run(Runs.Small,
            """
            def reward_function(params):
                near, _ = params["closest_objects"]
                return near + len(params["objects_location"]) + len(params.get("objects_speed", [1]))
            """);

        Assert.Equal([0.0, 0, 0, 0], result.Series[0].Values);
        Assert.Equal(
            ["reward.py: a log holds no objects: `closest_objects`, `objects_location`, `objects_speed` are as on an empty track."],
            result.Messages);
    }

    [Fact]
    public async Task Prints_never_get_between_and_a_flood_is_counted()
    {
        var result = await Run(SampleRun.Trace,
            """
            import os, sys
            def reward_function(params):
                os.write(1, b'{"reward": 5}\n') if params["steps"] == 2 else None
                print("a", "b", file=sys.stderr)
                return input() if params["steps"] == 3 else 1
            """);

        Assert.Equal("reward.py, line 4, row 0: a b", result.Messages[0]);
        Assert.Equal("reward.py: and 564 more printed lines", result.Messages[200]);
        Assert.Equal("reward.py: {\"reward\": 5}", result.Messages[201]);
        Assert.Equal("3 rows: line 5: EOFError: EOF when reading a line, first in row 2", result.Series[0].Gaps);
    }

    [Fact]
    public async Task A_text_that_is_no_unicode_ends_nothing()
    {
        var result = await Run(Runs.Small, "def reward_function(params):\n    print('\\ud800')\n    return 1\n");

        Assert.Equal([1.0, 1, 1, 1], result.Series[0].Values);
        Assert.Equal(4, result.Messages.Length);
    }

    private async Task<RewardFunctionResult> Run(SimTrace trace, string text, Track? track = null)
    {
        Python.Start("-V").Dispose();
        return await RewardFunctionRunner.RunAsync(
            folder.Write("reward.py", text), new RewardRows(trace, track: track), Limit,
            cancellation: TestContext.Current.CancellationToken);
    }
}
