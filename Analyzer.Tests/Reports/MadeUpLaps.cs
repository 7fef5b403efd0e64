using Analyzer.Logs;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>
/// Laps on a made-up oval, a row each 0.1 m: two straights of 6 m, in the middle of one of which a lap starts, and two left-hand corners of
/// 1.2 m radius.
/// </summary>
internal static class MadeUpLaps
{
    public const double Straight = 6;
    public const double Radius = 1.2;

    public static double Metres { get; } = (2 * Straight) + (2 * Math.PI * Radius);

    /// <summary>Laps at 1 m/s; <paramref name="delayMs"/> gives what a lap takes longer from a progress on, milliseconds.</summary>
    public static SimTrace Of(int laps, Func<int, double, double>? delayMs = null, Func<int, double, double>? asideMetres = null)
    {
        var rows = new List<SimTraceRow>();
        var start = 0.0;
        for (var lap = 0; lap < laps; lap++)
        {
            var before = start;
            for (var along = 0.0; ; along += 0.1)
            {
                along = Math.Min(along, Metres);
                var progress = 100 * along / Metres;
                var time = before + (1000 * along) + (delayMs?.Invoke(lap, progress) ?? 0);
                rows.Add(Row(lap, along, progress, (long)Math.Round(time), asideMetres?.Invoke(lap, progress) ?? 0));
                start = Math.Round(time) + 100;
                if (along >= Metres) break;
            }
        }

        return Some.Trace(rows.Select((row, place) => row with { DisplacementSpeedMetresPerSecond = Speed(rows, place) }));
    }

    private static double Speed(List<SimTraceRow> rows, int row)
    {
        if (row == 0 || rows[row].Episode != rows[row - 1].Episode) return 0;
        var way = double.Hypot(rows[row].X - rows[row - 1].X, rows[row].Y - rows[row - 1].Y);
        return way / ((rows[row].TimestampMilliseconds - rows[row - 1].TimestampMilliseconds) / 1000.0);
    }

    private static SimTraceRow Row(int lap, double along, double progress, long time, double aside)
    {
        var arc = Math.PI * Radius;
        var half = Straight / 2;
        var (x, y, yaw) = along switch
        {
            < Straight / 2 => (along, 0.0, 0.0),
            _ when along < half + arc => Corner(half, Radius, -90 + (180 * (along - half) / arc)),
            _ when along < half + arc + Straight => ((2 * half) + arc - along, 2 * Radius, 180.0),
            _ when along < half + arc + Straight + arc => Corner(-half, Radius, 90 + (180 * (along - half - arc - Straight) / arc)),
            _ => (along - Metres, 0.0, 0.0),
        };
        var side = double.DegreesToRadians(yaw + 90);
        return Some.Row(
            episode: lap, timestampMilliseconds: time, x: x + (aside * Math.Cos(side)), y: y + (aside * Math.Sin(side)),
            yawDegrees: Math.IEEERemainder(yaw, 360), progressPercent: progress, closestWaypoint: (int)progress, done: progress >= 100);
    }

    private static (double X, double Y, double Yaw) Corner(double x, double y, double degrees)
    {
        var angle = double.DegreesToRadians(degrees);
        return (x + (Radius * Math.Cos(angle)), y + (Radius * Math.Sin(angle)), degrees + 90);
    }
}
