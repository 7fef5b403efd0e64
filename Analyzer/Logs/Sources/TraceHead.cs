using System.Text;
using System.Text.RegularExpressions;

namespace Analyzer.Logs.Sources;

/// <summary>What the head of a simulator's log says of the job, before its first step.</summary>
/// <param name="WorldName">The track (<c>WORLD_NAME</c>), or null.</param>
/// <param name="Kind">Which kind of run the log is of, or null where it does not say.</param>
internal sealed partial record TraceHead(string? WorldName, RunKind? Kind)
{
    /// <summary>Reads the head of a log.</summary>
    public static TraceHead Of(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head);
        return new TraceHead(WorldPattern().Match(text) is { Success: true } world ? world.Groups[1].Value : null, KindOf(text));
    }

    private static RunKind? KindOf(string text) =>
        LeaguePattern().IsMatch(text) ? RunKind.League
        : TrainingPattern().IsMatch(text) ? RunKind.Training
        : EvaluationPattern().IsMatch(text) ? RunKind.Evaluation
        : null;

    // Written as an environment variable, as a ROS parameter, or in a Python dictionary, whose values may be lists; escaped in an export.
    [GeneratedRegex(@"(?<![A-Za-z])WORLD_NAME[\\'""]*\s*[:=]\s*[\[\\'""]*([\w.\-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex WorldPattern();

    [GeneratedRegex(@"METRICS_S3_OBJECT_KEY[\\'""]*\s*[:=]\s*[\[\\'""]*leaderboard/|VIDEO_JOB_TYPE[\\'""]*\s*[:=]\s*[\[\\'""]*RACING")]
    private static partial Regex LeaguePattern();

    [GeneratedRegex(@"(?<![A-Z_])JOB_TYPE[\\'""]*\s*[:=]\s*[\[\\'""]*TRAINING")]
    private static partial Regex TrainingPattern();

    [GeneratedRegex(@"(?<![A-Z_])JOB_TYPE[\\'""]*\s*[:=]\s*[\[\\'""]*EVALUATION")]
    private static partial Regex EvaluationPattern();
}
