using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Rewards;
using Analyzer.Rewards.Tracks;
using Analyzer.Sync;

namespace Analyzer.Sessions;

/// <summary>Makes the input of a report's analyses from an opened run.</summary>
internal static class ReportSource
{
    /// <summary>The option that shows the joined lap.</summary>
    public const string JoinedOption = "--joined";

    /// <summary>The report's joined lap, to be played.</summary>
    /// <exception cref="RunException">The run has none.</exception>
    public static JoinedRoute JoinedOf(Session session)
    {
        var joined = JoinedLap.Of(InputOf(session, CancellationToken.None), JoinTolerance.Drivable)
            ?? throw new RunException(
                $"{JoinedOption}: a joined lap takes two completed laps of an evaluation, which this run does not have.");
        return new JoinedRoute(
            joined.Parts.Select(part => (part.Lap, part.FromRow, part.ToRow)), new Landmarks(session.Run.Evaluation.Timeline));
    }

    /// <summary>The sections that the report would name; none of a training.</summary>
    public static LapSections SectionsOf(OpenedLog log, LapTimes times, Timeline timeline, Track? track) =>
        new(SectionAnalysis.Add(
            new ReportInput(times, log.ActionSpace, new RewardTable([]))
            {
                Timeline = timeline,
                Track = track,
                Iterations = IterationsOf(log),
            },
            new Report()).Sections);

    /// <summary>The input of the analyses.</summary>
    public static ReportInput InputOf(Session session, CancellationToken cancellation) =>
        new(session.Laps.Times, session.Log.ActionSpace, session.Rewards.Table)
        {
            LapStart = session.Laps.Times.Source switch
            {
                LapStartSource.Metrics => "metrics",
                LapStartSource.Clock => "clock",
                _ => "estimated",
            },
            Timeline = session.Timeline,
            Track = session.Rewards.Track,
            HasOwnRewards = session.Rewards.AreOwn,
            Evaluate = (trace, speeds) => session.Rewards.Over(trace, speeds, cancellation),
            Against = session.Laps.Against?.Run,
            Iterations = IterationsOf(session.Log),
        };

    private static ImmutableArray<TrainingIteration> IterationsOf(OpenedLog log) =>
        log.Files.Kind == RunKind.Training ? TrainingIteration.Of(log.Trace) : [];
}
