using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Logs;
using Analyzer.Reports.Geometry;

namespace Analyzer.Reports.Analyses;

/// <summary>
/// The best completed lap at other paces, as a log with a lap for each: the same line, its time stretched and resampled at the run's
/// median step. Pauses are cut out.
/// </summary>
internal sealed class PaceTrace
{
    private PaceTrace(SimTrace trace, ImmutableArray<double?> speeds) => (Trace, Speeds) = (trace, speeds);

    /// <summary>The paces, in times of the lap's own.</summary>
    public ImmutableArray<double> Factors { get; } = [0.5, 0.75, 1, 1.25];

    /// <summary>A lap for each pace.</summary>
    public SimTrace Trace { get; }

    /// <summary>The real speed in each row, metres a second.</summary>
    public ImmutableArray<double?> Speeds { get; }

    /// <summary>Makes it; null where no lap was completed, or the log has no time.</summary>
    /// <param name="input">The run.</param>
    /// <param name="stepMs">Its median step, milliseconds.</param>
    public static PaceTrace? Of(ReportInput input, double stepMs) =>
        input.Times.Best is { } best && stepMs > 0 ? new Builder(input, best, stepMs).Build() : null;

    /// <summary>What a component gave at one of the paces; null where it has no values.</summary>
    public double? SumOf(ImmutableArray<double?>? values, int place)
    {
        if (values is not { } all) return null;
        var lap = Trace.Laps[place];
        double? sum = null;
        foreach (var value in all.AsSpan(lap.FirstRow, lap.RowCount))
            if (value is { } number && double.IsFinite(number)) sum = (sum ?? 0) + number;

        return sum;
    }

    private sealed class Builder
    {
        private readonly ReportInput input;
        private readonly double stepMs;
        private readonly int[] kept;
        private readonly double[] elapsedMs;
        private readonly ImmutableArray<SimTraceRow>.Builder rows = ImmutableArray.CreateBuilder<SimTraceRow>();
        private readonly FieldTexts cells = new();
        private readonly ImmutableArray<double?>.Builder speeds = ImmutableArray.CreateBuilder<double?>();

        public Builder(ReportInput input, Lap best, double stepMs)
        {
            (this.input, this.stepMs) = (input, stepMs);
            kept = [.. Enumerable.Range(best.FirstRow, best.RowCount).Where(row => LapAnalysis.IsChosen(input.Trace.Rows[row]))];
            elapsedMs = new double[kept.Length];
            for (var i = 1; i < kept.Length; i++)
            {
                // Since the row before, which may be a pause's last.
                var step = input.Trace.Rows[kept[i]].TimestampMilliseconds - input.Trace.Rows[kept[i] - 1].TimestampMilliseconds;
                elapsedMs[i] = elapsedMs[i - 1] + Math.Max(0, step);
            }
        }

        public PaceTrace? Build()
        {
            if (kept.Length < 2) return null;
            var pace = new PaceTrace(input.Trace, []);
            for (var lap = 0; lap < pace.Factors.Length; lap++) AddLap(lap, pace.Factors[lap]);
            return new PaceTrace(
                new SimTrace(input.Trace.Path, input.Trace.Columns, rows.ToImmutable(), cells), speeds.ToImmutable());
        }

        private void AddLap(int episode, double factor)
        {
            var before = 0;
            for (var step = 0; step * stepMs * factor <= elapsedMs[^1]; step++)
            {
                var at = step * stepMs * factor;
                while (before + 2 < kept.Length && elapsedMs[before + 1] <= at) before++;
                var interval = elapsedMs[before + 1] - elapsedMs[before];
                var share = interval > 0 ? Math.Min(1, (at - elapsedMs[before]) / interval) : 1;
                Add(kept[before], kept[before + 1], share, episode, step, factor);
            }
        }

        private void Add(int from, int to, double share, int episode, int step, double factor)
        {
            var (here, next) = (input.Trace.Rows[from], input.Trace.Rows[to]);
            // What stands for the time at its end is the row at its end.
            var (rest, real) = share >= 1 ? (next, to) : (here, from);
            double Between(double one, double other) => one + (share * (other - one));
            var speed = input.RealSpeedAt(real) * factor;
            var row = rest with
            {
                Index = rows.Count,
                Episode = episode,
                Steps = step + 1,
                X = Between(here.X, next.X),
                Y = Between(here.Y, next.Y),
                YawDegrees = Math.IEEERemainder(here.YawDegrees + (share * LapGrid.Turn(here.YawDegrees, next.YawDegrees)), 360),
                ProgressPercent = Between(here.ProgressPercent, next.ProgressPercent),
                ThrottleMetresPerSecond = rest.ThrottleMetresPerSecond * factor,
                TimestampMilliseconds = (long)Math.Round(step * stepMs),
                LoggedSpeedMetresPerSecond = rest.LoggedSpeedMetresPerSecond is null ? null : speed,
                DisplacementSpeedMetresPerSecond = rest.DisplacementSpeedMetresPerSecond * factor,
            };
            rows.Add(row);
            speeds.Add(speed);
            cells.Add([.. input.Trace.Columns.Select((column, place) => Cell(column, row, speed) ?? input.Trace.Cell(real, place))]);
        }

        // Only what differs from the log's own row.
        private static string? Cell(string column, SimTraceRow row, double speed) => column.Trim().ToLowerInvariant() switch
        {
            "episode" => Text(row.Episode),
            "steps" => $"{Text(row.Steps)}.0",
            "x" => Text(row.X),
            "y" => Text(row.Y),
            "yaw" => Text(row.YawDegrees),
            "progress" => Text(row.ProgressPercent),
            "throttle" => Text(row.ThrottleMetresPerSecond),
            "tstamp" => Text(row.TimestampMilliseconds / 1000.0),
            "speed" => Text(speed),
            _ => null,
        };

        // Keeps a dot, by which a column's type is told.
        private static string Text(double value) =>
            value == Math.Floor(value) && Math.Abs(value) < 1e15
                ? value.ToString("F1", CultureInfo.InvariantCulture)
                : value.ToString("R", CultureInfo.InvariantCulture);

        private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
