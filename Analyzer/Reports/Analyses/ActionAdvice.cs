using System.Collections.Immutable;

namespace Analyzer.Reports.Analyses;

/// <summary>The replacement of an action that is cut.</summary>
/// <param name="Action">The action that is cut.</param>
/// <param name="By">The nearest that is kept.</param>
/// <param name="Steps">How often the cut one was chosen.</param>
/// <param name="Without">In how many of these steps no kept action is within 10 degrees and 0.5 m/s.</param>
internal sealed record Replacement(int Action, int By, int Steps, int Without);

/// <summary>A shorter action space: it means a new training.</summary>
/// <param name="Actions">Numbers of the actions that are kept: the fewest that make up 99 % of the steps.</param>
/// <param name="Share">Of the steps that they make up.</param>
/// <param name="Replacements">The others.</param>
internal sealed record ActionCut(ImmutableArray<int> Actions, double Share, ImmutableArray<Replacement> Replacements);

/// <summary>An action with another value: the trained model stays usable.</summary>
/// <param name="Action">Its number.</param>
/// <param name="Steering">Degrees, now.</param>
/// <param name="Speed">Metres a second, now.</param>
/// <param name="NewSteering">Degrees, better.</param>
/// <param name="NewSpeed">Metres a second, better.</param>
/// <param name="Steps">How often it was chosen.</param>
internal sealed record RevaluedAction(int Action, double Steering, double Speed, double NewSteering, double NewSpeed, int Steps);

/// <summary>Advises on the action space: which actions to cut, and which to give another speed or steering angle.</summary>
internal static class ActionAdvice
{
    private const double Kept = 0.99;
    private const int StepsForEach = 10;
    private const double NearDegrees = 10;
    private const double NearMetresPerSecond = 0.5;

    // A speed counts as reached within this.
    private const double ReachedWithin = 0.05;

    // Of a speed, or a higher one, that was asked for in less than a second nobody knows whether it would be reached.
    private const int StepsToTry = 15;

    // The servo of the car itself turns no further than this.
    private const double MaxSteeringDegrees = 30;
    private const double MoreSteeringDegrees = 5;

    // Of the steps in a side's corners; more than this at the largest angle, and a larger one is advised.
    private const double AtItsLimit = 0.5;

    /// <summary>Both kinds of advice; none for a continuous space.</summary>
    public static Report Add(ReportInput input, Report report) => input.ActionSpace.IsContinuous || report.Actions.Sum(it => it.Steps) == 0
        ? report
        : report with { Cut = TellsOfChoice(report) ? CutOf(report.Actions) : null, Revalue = RevalueOf(input, report) };

    /// <summary>Whether enough was driven to tell which actions are never chosen: a whole lap, or ten steps for each action.</summary>
    public static bool TellsOfChoice(Report report) =>
        report.BestLap is not null || report.Actions.Sum(action => action.Steps) >= StepsForEach * report.Actions.Length;

    private static ActionCut CutOf(ImmutableArray<ActionFigures> actions)
    {
        var byUse = actions.OrderByDescending(action => action.Steps).ThenBy(action => action.Action).ToArray();
        var count = ActionAnalysis.Covering([.. byUse.Select(action => action.Steps)], Kept);
        var (kept, cut) = (byUse[..count], byUse[count..]);
        return new ActionCut(
            [.. kept.Select(action => action.Action!.Value).Order()],
            (double)kept.Sum(action => action.Steps) / actions.Sum(action => action.Steps),
            [
                .. cut.OrderBy(action => action.Action).Select(action => new Replacement(
                    action.Action!.Value,
                    kept.MinBy(other => (Distance(action, other), Math.Abs(action.Steering - other.Steering)))!.Action!.Value,
                    action.Steps,
                    kept.Any(other => IsNear(action, other)) ? 0 : action.Steps)),
            ]);
    }

    private static double Distance(ActionFigures one, ActionFigures other) =>
        double.Hypot((one.Steering - other.Steering) / NearDegrees, (one.Speed - other.Speed) / NearMetresPerSecond);

    private static bool IsNear(ActionFigures one, ActionFigures other) =>
        Math.Abs(one.Steering - other.Steering) <= NearDegrees && Math.Abs(one.Speed - other.Speed) <= NearMetresPerSecond;

    private static ImmutableArray<RevaluedAction> RevalueOf(ReportInput input, Report report)
    {
        if (LapAnalysis.FastestRow(input.Trace) is not { } fastest) return [];
        var top = LapAnalysis.SteadySpeed(input.Trace, fastest.Index);
        var reachable = Math.Ceiling(Math.Round(top * 10, 6)) / 10;
        var isWholeTrackDriven = reachable > 0 && (input.IsTraining || report.BestLap is not null);
        bool IsTried(ActionFigures action) =>
            report.Actions.Where(other => other.Speed >= action.Speed).Sum(other => other.Steps) >= StepsToTry;
        double NewSpeed(ActionFigures action) =>
            isWholeTrackDriven && action.Speed > top + ReachedWithin && IsTried(action) ? Math.Min(action.Speed, reachable) : action.Speed;
        return
        [
            .. report.Actions
                .Select(action => new RevaluedAction(
                    action.Action!.Value, action.Steering, action.Speed, NewSteering(report.Actions, action), NewSpeed(action),
                    action.Steps))
                .Where(action => action.NewSpeed != action.Speed || action.NewSteering != action.Steering),
        ];
    }

    private static double NewSteering(ImmutableArray<ActionFigures> actions, ActionFigures action)
    {
        var side = Math.Sign(action.Steering);
        var most = actions.Max(other => side * other.Steering);
        if (side == 0 || side * action.Steering < most || most >= MaxSteeringDegrees) return action.Steering;
        int InItsCorners(ActionFigures other) => side > 0 ? other.Left : other.Right;
        var atLimit = actions.Where(other => side * other.Steering >= most).Sum(InItsCorners);
        var all = actions.Sum(InItsCorners);
        return all > 0 && atLimit > AtItsLimit * all
            ? side * Math.Min(most + MoreSteeringDegrees, MaxSteeringDegrees)
            : action.Steering;
    }
}
