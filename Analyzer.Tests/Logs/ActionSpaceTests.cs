using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class ActionSpaceTests : IDisposable
{
    private const string Remedy = "download the model's model_metadata.json again, or remove it to go by the log alone.";

    private readonly TempFolder folder = new();

    [Fact]
    public void A_list_of_actions_may_hold_text_and_leave_out_the_index()
    {
        var space = Read("""{"action_space": [{"steering_angle": "45", "speed": "0.5"}, {"steering_angle": -10.5, "speed": 5}]}""");

        Assert.Equal([new ActionChoice(0, 45, 0.5), new ActionChoice(1, -10.5, 5)], space.Choices);
        Assert.Equal((false, 45.0, 5.0), (space.IsContinuous, space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
    }

    [Theory]
    [InlineData("in order", 0, 1)]
    [InlineData("in another order", 1, 0)]
    [InlineData("repeated", 0, 0)]
    public void An_action_s_number_is_its_place_whatever_the_file_calls_index(string what, int first, int second)
    {
        var space = Read($$"""
            {"action_space": [
                {"steering_angle": 1, "speed": 1, "index": {{first}}},
                {"steering_angle": 0, "speed": 1, "index": {{second}}}]}
            """);

        Assert.True(space.Choices.SequenceEqual([new ActionChoice(0, 1, 1), new ActionChoice(1, 0, 1)]), what);
        Assert.Equal((1.0, 1.0), (space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
    }

    [Fact]
    public void The_ends_of_a_range_may_come_in_either_order()
    {
        var space = Read("""{"action_space": {"speed": {"low": 4, "high": 0.5}, "steering_angle": {"low": 30, "high": -25}}}""");

        Assert.Equal(((0.5, 4.0), (-25.0, 30.0)), (space.Speed!.Value, space.Steering!.Value));
    }

    [Fact]
    public void A_continuous_action_space_has_limits_only()
    {
        var space = Read("""{"action_space": {"speed": {"low": 0.5, "high": "4.5"}, "steering_angle": {"low": -35, "high": 20}}}""");

        Assert.Empty(space.Choices);
        Assert.Equal((true, 35.0, 4.5), (space.IsContinuous, space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "{\n  \"action_space\": [\n    {\"speed\" 1}\n]}", $"FILE, line 3: this is not valid JSON (column 14); {Remedy}" },
        { "{}", $"FILE: there is no action_space, expected a list of actions or their limits; {Remedy}" },
        { "{\"action_space\": []}", $"FILE: there is no action_space, expected a list of actions or their limits; {Remedy}" },
        {
            $$"""{"action_space": [{{string.Join(',', Enumerable.Repeat(0, 1001))}}]}""",
            $"FILE: action_space has 1001 actions, expected at most 1000; {Remedy}"
        },
        { "{\"action_space\": [{\"speed\": 1}]}", $"FILE: an entry of action_space has no number \"steering_angle\"; {Remedy}" },
        { "{\"action_space\": {\"speed\": 1, \"steering_angle\": 3}}", $"FILE: an entry of action_space has no number \"low\"; {Remedy}" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_is_one_clear_line(string content, string message)
    {
        var error = Assert.Throws<RunException>(() => Read(content));

        Assert.Equal(message, error.Message.Replace(folder.Path("model_metadata.json"), "FILE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1001, true)]
    public void A_log_in_which_nearly_every_step_has_an_action_of_its_own_is_one_of_continuous_actions(int actions, bool isContinuous)
    {
        var space = ActionSpace.FromTrace(Some.Trace([.. Enumerable.Range(0, actions).Select(action => Some.Row(action: action))]));

        Assert.Equal((isContinuous, isContinuous ? 0 : actions), (space.IsContinuous, space.Choices.Length));
    }

    [Fact]
    public void A_log_shows_the_actions_that_were_chosen()
    {
        var space = ActionSpace.FromTrace(Some.Trace(
            Some.Row(action: 4, steeringDegrees: -32, throttleMetresPerSecond: 2),
            Some.Row(action: 1, steeringDegrees: 10, throttleMetresPerSecond: 1),
            Some.Row(action: 4, steeringDegrees: -32, throttleMetresPerSecond: 2)));

        Assert.Equal([new ActionChoice(1, 10, 1), new ActionChoice(4, -32, 2)], space.Choices);
        Assert.Equal((false, 32.0, 2.0), (space.IsContinuous, space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
    }

    [Fact]
    public void A_log_of_continuous_actions_shows_their_limits_and_numbers_without_an_end_are_none()
    {
        var space = ActionSpace.FromTrace(Some.Trace(
            Some.Row(action: null, steeringDegrees: double.NaN, throttleMetresPerSecond: 4.25),
            Some.Row(action: null, steeringDegrees: double.PositiveInfinity, throttleMetresPerSecond: double.NaN)));

        Assert.Empty(space.Choices);
        Assert.Equal((true, 30.0, 4.25), (space.IsContinuous, space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
    }

    [Fact]
    public void The_log_s_own_actions_are_accepted_and_an_action_changed_is_not()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var actions = Enumerable.Range(0, random.Next(2, 25))
                .Select(place => (Steering: random.Next(-30, 31), Speed: 1 + (place / 8.0)))
                .ToArray();
            var used = Enumerable.Range(0, 200).Select(_ => random.Next(actions.Length)).ToArray();
            var trace = Some.Trace(used.Select(action => Some.Row(
                action: action, steeringDegrees: actions[action].Steering, throttleMetresPerSecond: actions[action].Speed)));
            Assert.Null(ActionSpaceFit.DifferenceOf(Read(List(actions)), trace));

            var changed = used[random.Next(used.Length)];
            if (random.Next(2) == 0) actions[changed].Steering += 5;
            else actions[changed].Speed += 0.1;

            var difference = ActionSpaceFit.DifferenceOf(Read(List(actions)), trace);
            var rows = used.Count(action => action == changed);
            Assert.StartsWith($"in {rows} of 200 rows the log's action is not in it ", difference, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-30.0, 30.0, 0.5, 4.0, null)]
    [InlineData(30.0, -30.0, 4.0, 0.5, null)]
    [InlineData(-20.0, 20.0, 0.5, 4.0, "in 2 of 3 rows the log's action is not in it (first in row 0: 30 degrees and 1 m/s)")]
    [InlineData(-30.0, 30.0, 1.0, 2.0, "in 1 of 3 rows the log's action is not in it (first in row 1: -25.5 degrees and 4 m/s)")]
    public void Continuous_actions_lie_within_their_ranges(double low, double high, double slow, double fast, string? expected)
    {
        var trace = Some.Trace(
            Some.Row(action: null, steeringDegrees: 30, throttleMetresPerSecond: 1),
            Some.Row(action: null, steeringDegrees: -25.5, throttleMetresPerSecond: 4),
            Some.Row(action: null, steeringDegrees: 0, throttleMetresPerSecond: 2));
        var space = Read(FormattableString.Invariant($$"""
            {"action_space": {
                "speed": {"low": {{slow}}, "high": {{fast}} },
                "steering_angle": {"low": {{low}}, "high": {{high}} } } }
            """));

        Assert.Equal(expected, ActionSpaceFit.DifferenceOf(space, trace));
    }

    [Fact]
    public void A_list_is_not_the_one_of_continuous_actions_nor_a_shorter_one_that_of_a_log()
    {
        var list = Read(List([(0, 1)]));
        var ranges = Read("""{"action_space": {"speed": {"low": 0, "high": 4}, "steering_angle": {"low": -30, "high": 30}}}""");

        Assert.Equal(
            "it is a list, and the log's actions are continuous",
            ActionSpaceFit.DifferenceOf(list, Some.Trace(Some.Row(action: null))));
        Assert.Equal(
            "it is continuous, and the log's actions are numbered",
            ActionSpaceFit.DifferenceOf(ranges, Some.Trace(Some.Row(action: 0))));
        Assert.Equal(
            "in 1 of 1 rows the log's action is not in it (first in row 0: action 3 is 0 degrees and 1 m/s, the file has 1 actions)",
            ActionSpaceFit.DifferenceOf(list, Some.Trace(Some.Row(action: 3))));
    }

    [Theory]
    [InlineData(17.34, 1.01, true)]
    [InlineData(17.35, 1.00, true)]
    [InlineData(17.36, 1.00, false)]
    [InlineData(17.34, 0.99, false)]
    public void A_log_s_two_decimals_are_the_file_s_rounded(double steeringDegrees, double throttleMetresPerSecond, bool isSame)
    {
        var space = Read("""{"action_space": [{"steering_angle": 17.345, "speed": 1.005}]}""");
        var row = Some.Row(action: 0, steeringDegrees: steeringDegrees, throttleMetresPerSecond: throttleMetresPerSecond);

        Assert.Equal(isSame, ActionSpaceFit.DifferenceOf(space, Some.Trace(row)) is null);
    }

    private static string List(IEnumerable<(int Steering, double Speed)> actions)
    {
        var entries = actions.Select(action => FormattableString.Invariant(
            $$"""{"steering_angle": {{action.Steering}}, "speed": {{action.Speed}} }"""));
        return $$"""{"action_space": [{{string.Join(',', entries)}}]}""";
    }

    private ActionSpace Read(string json) => ActionSpace.FromMetadata(folder.Write("model_metadata.json", json));

    public void Dispose() => folder.Dispose();
}
