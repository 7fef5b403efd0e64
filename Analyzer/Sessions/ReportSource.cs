using Analyzer.Laps;
using Analyzer.Logs.Sources;
using Analyzer.Reports.Analyses;

namespace Analyzer.Sessions;

/// <summary>Gives the analyses of a report what they stand on.</summary>
internal static class ReportSource
{
    /// <summary>What the analyses stand on.</summary>
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
            Iterations = session.Log.Files.Kind == RunKind.Training ? TrainingIteration.Of(session.Log.Trace) : [],
        };
}
