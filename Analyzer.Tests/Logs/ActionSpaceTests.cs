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

    [Fact]
    public void Actions_come_by_index()
    {
        var space = Read("""
            {"action_space": [{"steering_angle": 1, "speed": 1, "index": 1}, {"steering_angle": 0, "speed": 1, "index": 0}]}
            """);

        Assert.Equal([0, 1], space.Choices.Select(choice => choice.Index));
        Assert.Equal((30.0, 4.0), (space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
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

    [Fact]
    public void A_log_shows_the_actions_that_were_chosen()
    {
        var space = ActionSpace.FromTrace(Some.Trace(
            Some.Row(action: 4, steeringDegrees: -32, throttleMetresPerSecond: 2),
            Some.Row(action: 1, steeringDegrees: 10, throttleMetresPerSecond: 1),
            Some.Row(action: 4, steeringDegrees: -32, throttleMetresPerSecond: 2)));

        Assert.Equal([new ActionChoice(1, 10, 1), new ActionChoice(4, -32, 2)], space.Choices);
        Assert.Equal((false, 32.0, 4.0), (space.IsContinuous, space.MaxSteeringDegrees, space.MaxSpeedMetresPerSecond));
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

    private ActionSpace Read(string json) => ActionSpace.FromMetadata(folder.Write("model_metadata.json", json));

    public void Dispose() => folder.Dispose();
}
