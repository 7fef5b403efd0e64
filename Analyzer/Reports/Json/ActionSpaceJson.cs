using System.Text.Json;
using Analyzer.Reports.Analyses;

namespace Analyzer.Reports.Json;

/// <summary>The advice on the action space, as the part of a <c>model_metadata.json</c> to copy.</summary>
internal static class ActionSpaceJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>The same number of actions with other values; null where none wants another.</summary>
    public static string? Revalued(Report report) => report.Revalue.IsEmpty ? null : Of(report.Actions.Select(action =>
        report.Revalue.FirstOrDefault(other => other.Action == action.Action) is { } better
            ? (better.NewSteering, better.NewSpeed)
            : (action.Steering, action.Speed)));

    /// <summary>The actions that are kept; null where none is cut.</summary>
    public static string? Cut(Report report) => report.Cut is not { Replacements.IsEmpty: false } cut ? null : Of(report.Actions
        .Where(action => cut.Actions.Contains(action.Action!.Value))
        .Select(action => (action.Steering, action.Speed)));

    private static string Of(IEnumerable<(double Steering, double Speed)> actions) => JsonSerializer.Serialize(
        new
        {
            action_space = actions.Select((action, index) => new { steering_angle = action.Steering, speed = action.Speed, index }),
            action_space_type = "discrete",
        },
        Options);
}
