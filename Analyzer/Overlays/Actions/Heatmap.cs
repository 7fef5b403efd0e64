using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// Which actions were chosen lately: a Gaussian for each step since the last off-track or pause, older ones divided by the
/// attenuation factor once a step, the sum scaled to its maximum and coloured where it is above 20/255.
/// </summary>
internal sealed class Heatmap : IOverlay
{
    private const int Threshold = 20;
    private const int OpacityIn256 = 217;
    private const double SizeInStandardDeviations = 6;
    private const double Negligible = 1e-4;

    private readonly PolarGeometry plot;
    private readonly Scale scale;
    private readonly ActionHistory history;
    private readonly int left;
    private readonly int top;
    private readonly int width;
    private readonly int height;
    private readonly float[] field;
    private readonly Dictionary<(double, double), double> weights = [];
    private readonly Dictionary<(double, double), Bump> bumps = [];
    private double deviation;
    private readonly Dictionary<HeatmapColours, Colour[]> palettes = [];

    /// <summary>Prepares a field of the plot's size.</summary>
    public Heatmap(SimTrace trace, PolarGeometry plot, Scale scale)
    {
        (this.plot, this.scale) = (plot, scale);
        history = new ActionHistory(trace);
        (left, top) = ((int)(plot.CentreX - plot.Radius), (int)(plot.CentreY - plot.Radius));
        (width, height) = ((int)(2 * plot.Radius) + 1, (int)plot.Radius + 1);
        field = new float[width * height];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (moment.Row is not { } row) return;
        Weigh(moment.Evaluation.Timeline.Trace, row.Index, settings);
        if (weights.Count == 0) return;

        Array.Clear(field);
        Prepare(settings.HeatmapGaussianSize * scale.Factor / SizeInStandardDeviations);
        foreach (var (action, weight) in weights) Add(BumpOf(action), (float)weight);
        Paint(canvas, Palette(settings.HeatmapColours), 255 / TensorPrimitives.Max<float>(field));
    }

    private void Weigh(SimTrace trace, int last, OverlaySettings settings)
    {
        weights.Clear();
        var weight = 1.0;
        for (var row = last; row >= history.FirstRow(last, settings.HeatmapFromRow) && weight > Negligible; row--)
        {
            var action = (trace.Rows[row].SteeringDegrees, trace.Rows[row].ThrottleMetresPerSecond);
            weights[action] = weights.GetValueOrDefault(action) + weight;
            weight /= settings.HeatmapAttenuation;
        }
    }

    private void Prepare(double newDeviation)
    {
        if (newDeviation != deviation) bumps.Clear();
        deviation = newDeviation;
    }

    private Bump BumpOf((double Steering, double Speed) action)
    {
        if (bumps.TryGetValue(action, out var known)) return known;
        var (x, y) = plot.Place(action.Steering, action.Speed);
        var (across, from) = Bells(x - left, width);
        var (down, first) = Bells(y - top, height);
        return bumps[action] = new Bump(from, first, across, down);
    }

    private (float[] Bells, int From) Bells(double middle, int length)
    {
        var reach = (int)Math.Ceiling(3.5 * deviation);
        var from = Math.Max(0, (int)middle - reach);
        var count = Math.Max(0, Math.Min(length, (int)middle + reach + 1) - from);
        return ([.. Enumerable.Range(from, count).Select(place => Bell(place - middle, deviation))], from);
    }

    private void Add(Bump bump, float weight)
    {
        for (var y = 0; y < bump.Down.Length; y++)
        {
            var row = field.AsSpan(((bump.Top + y) * width) + bump.Left, bump.Across.Length);
            TensorPrimitives.MultiplyAdd(bump.Across, weight * bump.Down[y], row, row);
        }
    }

    private static float Bell(double distance, double deviation) => (float)Math.Exp(-distance * distance / (2 * deviation * deviation));

    private void Paint(Canvas canvas, Colour[] palette, float toLevels)
    {
        for (var y = 0; y < height; y++)
        {
            var half = (int)Math.Sqrt(Math.Max(0, (plot.Radius * plot.Radius) - Math.Pow(plot.CentreY - top - y, 2)));
            var middle = width / 2;
            var levels = field.AsSpan(y * width, width);
            var pixels = canvas.Row(top + y, left, left + width);
            var end = Math.Min(width - 1, middle + half);
            for (var x = Math.Max(0, middle - half); x <= end; x++)
            {
                if (x + Vector128<float>.Count <= end && IsDim(levels[x..], toLevels))
                {
                    x += Vector128<float>.Count - 1;
                    continue;
                }

                var level = (int)(levels[x] * toLevels);
                if (level <= Threshold) continue;
                var colour = palette[Math.Min(level, 255)];
                var pixel = pixels.Slice(x * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = (Mix(pixel[0], colour.Blue), Mix(pixel[1], colour.Green), Mix(pixel[2], colour.Red));
            }
        }
    }

    // Most of the field is: several values at once are passed over.
    private static bool IsDim(ReadOnlySpan<float> levels, float toLevels) =>
        Vector128.LessThanAll(Vector128.Create(levels) * toLevels, Vector128.Create(Threshold + 1f));

    private static byte Mix(byte below, byte above) => (byte)(((below * (256 - OpacityIn256)) + (above * OpacityIn256)) >> 8);

    private Colour[] Palette(HeatmapColours colours)
    {
        if (!palettes.TryGetValue(colours, out var known)) palettes[colours] = known = ColourTable.Of(colours.Map());
        return known;
    }

    /// <summary>One action's Gaussian: where it begins in the field, and its values across and down, whose products it is.</summary>
    private sealed record Bump(int Left, int Top, float[] Across, float[] Down);
}
