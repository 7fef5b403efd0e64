using Analyzer.Laps;
using Analyzer.Rewards.Tracks;
using MathNet.Numerics.Statistics;

namespace Analyzer.Reports.Geometry;

/// <summary>
/// Curvature over progress, 1/m, positive to the left: the mean of the completed laps' driven lines, or the track's own centre line.
/// Each line is smoothed over metres, for cars zig-zag by more than a corner bends.
/// </summary>
internal static class CurvatureProfile
{
    /// <summary>Equal parts of progress.</summary>
    public const int Intervals = 500;

    private const double SmoothingMetres = 1.6;
    private const int MaxLaps = 100;

    // Percent around a reset whose line is not driven freely.
    private const double ResetMarginPercent = 2;

    /// <summary>The mean over laps; a lap does not count around its resets.</summary>
    /// <param name="times">The run.</param>
    /// <param name="laps">Completed laps, at least one; of very many, some evenly spaced ones are taken.</param>
    /// <param name="trackMetres">The track's length.</param>
    public static double[] OfLaps(LapTimes times, IReadOnlyList<Logs.Lap> laps, double trackMetres)
    {
        var step = Math.Max(1, laps.Count / MaxLaps);
        var curvatures = new double[(laps.Count + step - 1) / step][];
        Parallel.For(
            0, curvatures.Length, place => curvatures[place] = OfLap(new LapGrid(times, laps[place * step], Intervals), trackMetres));
        var mean = new double[Intervals + 1];
        for (var i = 0; i <= Intervals; i++)
        {
            var here = curvatures.Select(curvature => curvature[i]).Where(double.IsFinite).ToArray();
            mean[i] = here.Length > 0 ? here.Mean() : i > 0 ? mean[i - 1] : 0;
        }

        return mean;
    }

    /// <summary>The centre line's.</summary>
    public static double[] OfTrack(Track track)
    {
        var points = track.Waypoints;
        var (x, y) = (new double[Intervals + 1], new double[Intervals + 1]);
        var (from, along, passed) = (0, 0.0, 0.0);
        for (var i = 0; i <= Intervals; i++)
        {
            var wanted = i * track.LengthMetres / Intervals;
            while (from + 2 < points.Length && passed + (along = points[from].DistanceTo(points[from + 1])) < wanted)
                (passed, from) = (passed + along, from + 1);
            along = points[from].DistanceTo(points[from + 1]);
            var share = along > 0 ? Math.Clamp((wanted - passed) / along, 0, 1) : 0;
            x[i] = points[from].X + (share * (points[from + 1].X - points[from].X));
            y[i] = points[from].Y + (share * (points[from + 1].Y - points[from].Y));
        }

        return OfLine(x, y, track.LengthMetres);
    }

    private static double[] OfLap(LapGrid grid, double trackMetres)
    {
        var curvature = OfLine(grid.X, grid.Y, trackMetres);
        var margin = (int)(Intervals * ResetMarginPercent / 100);
        for (var i = margin; i < Intervals; i++)
            if (!grid.IsDriven[i]) Array.Fill(curvature, double.NaN, i - margin, Math.Min(Intervals, i + margin) - (i - margin) + 1);

        return curvature;
    }

    private static double[] OfLine(double[] x, double[] y, double metres)
    {
        var spread = SmoothingMetres * Intervals / metres;
        var (sx, sy) = (Smoothed(x, spread), Smoothed(y, spread));
        var curvature = new double[x.Length];
        for (var i = 1; i < Intervals; i++)
        {
            var (dx, dy) = ((sx[i + 1] - sx[i - 1]) / 2, (sy[i + 1] - sy[i - 1]) / 2);
            var (ddx, ddy) = (sx[i + 1] - (2 * sx[i]) + sx[i - 1], sy[i + 1] - (2 * sy[i]) + sy[i - 1]);
            var length = double.Hypot(dx, dy);
            curvature[i] = length > 0 ? ((dx * ddy) - (dy * ddx)) / (length * length * length) : 0;
        }

        (curvature[0], curvature[^1]) = (curvature[1], curvature[^2]);
        return curvature;
    }

    // Gaussian; beyond its ends the line goes on as its mirror image through them.
    private static double[] Smoothed(double[] values, double spread)
    {
        var reach = (int)Math.Ceiling(3 * spread);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1)
            .Select(offset => Math.Exp(-0.5 * offset * offset / (spread * spread)))
            .ToArray();
        var total = weights.Sum();
        var last = values.Length - 1;
        double At(int i) => i < 0 ? (2 * values[0]) - values[Math.Min(last, -i)]
            : i > last ? (2 * values[last]) - values[Math.Max(0, (2 * last) - i)]
            : values[i];
        var smoothed = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var offset = -reach; offset <= reach; offset++) smoothed[i] += weights[offset + reach] * At(i + offset);
            smoothed[i] /= total;
        }

        return smoothed;
    }
}
