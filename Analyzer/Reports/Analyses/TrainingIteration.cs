using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Analyzer.Logs;

namespace Analyzer.Reports.Analyses;

/// <summary>An iteration of a training.</summary>
/// <param name="Number">As its file's name has it.</param>
/// <param name="FirstLap">Index of its first episode among the log's laps.</param>
/// <param name="LapCount">How many episodes it has.</param>
internal sealed partial record TrainingIteration(int Number, int FirstLap, int LapCount)
{
    /// <summary>A training's iterations: a file each, by its number.</summary>
    public static ImmutableArray<TrainingIteration> Of(SimTrace trace)
    {
        var firstLaps = trace.Parts.Select(part => trace.LapOf(part.FirstRow).Number - 1).Append(trace.Laps.Length).ToArray();
        return
        [
            .. trace.Parts.Select((part, place) => new TrainingIteration(
                NumberOf(part.Path) ?? place, firstLaps[place], firstLaps[place + 1] - firstLaps[place])),
        ];
    }

    [GeneratedRegex(@"(\d{1,9})-iteration[^/\\]*$")]
    private static partial Regex FileName();

    private static int? NumberOf(string path) => FileName().Match(path) is { Success: true } match
        ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : null;
}
