using System.Globalization;
using System.Text.RegularExpressions;
using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sessions;

/// <summary>What the rewards cost in a program that has just been started, by its own account.</summary>
public sealed partial class RewardLoadingTests
{
    // Where the language was not compiled beforehand it is 200 and more.
    private const int MostMethods = 60;

    [Fact]
    public async Task The_language_has_been_compiled_before_the_first_rewards_are_loaded()
    {
        using var run = SampleRun.Read();

        var result = await AnalyzerProcess.Run(
            "export", "--model", run.Model, "--keep-log", "--verbose", "-o", run.Beside("out.csv"),
            "--reward", "Centre=(1 - abs({steer}) / 30) * 0.5 + 0.5",
            "--reward", "Smooth=-abs(steering_angle - prev(steering_angle)) / 10 if all_wheels_on_track and speed > 1.5 else 0",
            "--reward", "Way=math.sqrt((x - prev(x, 5))**2 + (y - prev(y, 5))**2) * min(speed, 3.0)");

        Assert.Equal(ExitCodes.Done, result.ExitCode);
        var line = Line().Match(result.Errors);
        Assert.True(line.Success, result.Errors);
        Assert.InRange(int.Parse(line.Groups["methods"].Value, CultureInfo.InvariantCulture), 1, MostMethods);
    }

    [Fact]
    public void Nobody_reads_of_it_who_did_not_ask()
    {
        using var run = SampleRun.Read();

        var result = AnalyzerInProcess.Run("export", "--model", run.Model, "--keep-log", "-o", run.Beside("out.csv"));

        Assert.DoesNotContain("Rewards:", result.Errors, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^Rewards: 3 components over 764 rows in \d+\.\d ms \(\d+\.\d ms of it compiled (?<methods>\d+) methods\)\.$",
        RegexOptions.Multiline)]
    private static partial Regex Line();
}
