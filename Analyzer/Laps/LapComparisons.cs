using System.Collections.Immutable;
using Analyzer.Logs;
using Analyzer.Sync;

namespace Analyzer.Laps;

/// <summary>A run's laps and what each can be compared with.</summary>
internal sealed class LapComparisons
{
    private readonly ReferenceLap? best;
    private readonly ReferenceLap?[] previous;
    private readonly Dictionary<LapComparison, Lazy<double[]>> deltas = [];

    /// <summary>Compares all rows of a run.</summary>
    /// <param name="times">The run's times.</param>
    /// <param name="against">The best lap of another run; null without one.</param>
    public LapComparisons(LapTimes times, ReferenceLap? against = null)
    {
        (Times, Against) = (times, against);
        best = Times.Best is { } lap ? new ReferenceLap(Times, lap) : null;
        previous = [null, .. times.Trace.Laps[..^1].Select(earlier => new ReferenceLap(Times, earlier))];
        foreach (var comparison in Enum.GetValues<LapComparison>())
            deltas[comparison] = new Lazy<double[]>(() => LapDelta.Of(Times, compared => ReferenceOf(comparison, compared)));
    }

    /// <summary>The run's own times.</summary>
    public LapTimes Times { get; }

    /// <summary>The best lap of another run; null without one.</summary>
    public ReferenceLap? Against { get; }

    /// <summary>The comparison to begin with, and the one that is exported: with the other run where there is one.</summary>
    public LapComparison First => Against is null ? LapComparison.BestLap : LapComparison.Against;

    /// <summary>The comparisons that this run offers, in the order in which they are chosen.</summary>
    public ImmutableArray<LapComparison> Offered =>
    [
        .. Enum.GetValues<LapComparison>().Where(comparison =>
            comparison == LapComparison.Nothing || Times.Trace.Laps.Any(lap => ReferenceOf(comparison, lap) is not null)),
    ];

    /// <summary>The lap that a lap of the run is compared with; null where there is none.</summary>
    public ReferenceLap? ReferenceOf(LapComparison comparison, Lap lap) => comparison switch
    {
        LapComparison.BestLap => best,
        LapComparison.PreviousLap => previous[lap.Number - 1],
        LapComparison.Against => Against,
        _ => null,
    };

    /// <summary>
    /// The row of a compared lap that belongs beside a frame: the first that reached the frame's progress, by the running maximum of
    /// both, so that it waits while this car stands; its last row where it never came so far.
    /// </summary>
    public int RowBeside(Timeline timeline, int frame, ReferenceLap other)
    {
        var progress = timeline.RowAt(frame) is { } row ? Times.ProgressAt(row.Index)
            : frame < timeline.FirstFrame ? double.NegativeInfinity : Times.ProgressAt(timeline.LapAt(frame).LastRow);
        return other.Run.RowAt(other.Lap, progress);
    }

    /// <summary>Seconds behind (+) or ahead (-) of the compared lap at each row of the run; NaN where that is not defined.</summary>
    public ReadOnlySpan<double> Deltas(LapComparison comparison) => deltas[comparison].Value;
}
