using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Functions;

public sealed class RewardFunctionTests
{
    [Fact]
    public async Task A_function_keeps_its_state_between_rows()
    {
        var result = await RewardFunctions.Run(Runs.Small,
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
        var result = await RewardFunctions.Run(Runs.Small,
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
        var result = await RewardFunctions.Run(Runs.Small,
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
        Assert.Equal("2 rows: no number in `components`, first in row 0", result.Series[2].Gaps?.Description);
        Assert.Equal([null, null, null, null], result.Series[3].Values);
    }

    [Fact]
    public async Task With_a_track_its_params_are_there()
    {
        var trace = Runs.Backwards();
        var track = TrackSearch.Read(SampleRun.TrackFile, trace);

        var result = await RewardFunctions.Run(trace,
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
    public async Task The_file_is_a_module_as_the_simulator_imports_it()
    {
        var result = await RewardFunctions.Run(Runs.Small,
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
        var result = await RewardFunctions.Run(Runs.Small,
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
}
