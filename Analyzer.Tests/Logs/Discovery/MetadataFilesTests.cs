using Analyzer.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

public sealed class MetadataFilesTests : IDisposable
{
    private const string Its = """{"action_space": {"speed": {"low": 1, "high": 4}, "steering_angle": {"low": -30, "high": 30}}}""";
    private const string Anothers = """{"action_space": [{"steering_angle": 5, "speed": 2}]}""";
    private static readonly string Log = Some.Log(Some.LineWith("action", "[10.0 3.0]"));

    private readonly TempFolder folder = new();

    public static TheoryData<string, string, string[], string?> Places => new()
    {
        { "beside the log", "run/0-iteration.csv", ["run/model_metadata.json", "model_metadata.json"], "run/model_metadata.json" },
        { "above the log", "run/sim-trace/0-iteration.csv", ["run/model/model_metadata.json"], "run/model/model_metadata.json" },
        { "in a folder of its own", "logs/0-iteration.csv", ["virtualmodel/model_metadata.json"], "virtualmodel/model_metadata.json" },
        { "with another model", "run/0-iteration.csv", ["other/model/model_metadata.json"], null },
        { "beside another log", "run/0-iteration.csv", ["other/model_metadata.json"], null },
        {
            "with another job's log, but of this job's name", "logs/20260307175200-car-evaluation-abc/0-iteration.csv",
            ["other/20260307180000-car-evaluation-abc/model_metadata.json"],
            "other/20260307180000-car-evaluation-abc/model_metadata.json"
        },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void The_metadata_is_the_nearest_that_is_not_another_model_s(string place, string log, string[] files, string? expected)
    {
        folder.Write(log, Log);
        folder.Write("other/training-simtrace/0-iteration.csv", Log);
        foreach (var file in files) folder.Write(file, Its);

        var library = new RunLibrary([folder.Root]);
        var run = library.Runs.Single(run => folder.Path(log) == run.Logs[0]);

        Assert.True(
            library.FilesOf(run, video: null).ActionSpacePath == (expected is null ? null : folder.Path(expected)), place);
    }

    [Theory]
    [InlineData(Anothers, Its, true)]
    [InlineData("no JSON", Its, true)]
    [InlineData(Its, Its, false)]
    [InlineData(Anothers, Anothers, false)]
    [InlineData("no JSON", Anothers, false)]
    public void One_in_which_the_log_s_actions_lie_comes_before_a_nearer_one(string near, string far, bool isFarTaken)
    {
        folder.Write("run/logs/0-iteration.csv", Log);
        var nearest = folder.Write("run/model_metadata.json", near);
        var farther = folder.Write("model/model_metadata.json", far);

        var library = new RunLibrary([folder.Root]);

        Assert.Equal(isFarTaken ? farther : nearest, library.FilesOf(library.Runs[0], video: null).ActionSpacePath);
    }

    public void Dispose() => folder.Dispose();
}
