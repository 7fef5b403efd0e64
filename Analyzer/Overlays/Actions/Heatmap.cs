using System.Numerics.Tensors;
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
    private readonly float[] across;
    private readonly Dictionary<(double, double), double> weights = [];
    private readonly Dictionary<HeatmapColours, Colour[]> palettes = [];

    /// <summary>Prepares a field of the plot's size.</summary>
    public Heatmap(SimTrace trace, PolarGeometry plot, Scale scale)
    {
        (this.plot, this.scale) = (plot, scale);
        history = new ActionHistory(trace);
        (left, top) = ((int)(plot.CentreX - plot.Radius), (int)(plot.CentreY - plot.Radius));
        (width, height) = ((int)(2 * plot.Radius) + 1, (int)plot.Radius + 1);
        field = new float[width * height];
        across = new float[width];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (moment.Row is not { } row) return;
        Weigh(moment.Evaluation.Timeline.Trace, row.Index, settings);
        if (weights.Count == 0) return;

        Array.Clear(field);
        var deviation = settings.HeatmapGaussianSize * scale.Factor / SizeInStandardDeviations;
        foreach (var ((steering, speed), weight) in weights) Add(plot.Place(steering, speed), (float)weight, deviation);
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

    private void Add((double X, double Y) spot, float weight, double deviation)
    {
        var reach = (int)Math.Ceiling(3.5 * deviation);
        var (middleX, middleY) = (spot.X - left, spot.Y - top);
        var from = Math.Max(0, (int)middleX - reach);
        var count = Math.Min(width, (int)middleX + reach + 1) - from;
        if (count <= 0) return;
        for (var i = 0; i < count; i++) across[i] = Bell(from + i - middleX, deviation);
        var bell = across.AsSpan(0, count);
        for (var y = Math.Max(0, (int)middleY - reach); y < Math.Min(height, (int)middleY + reach + 1); y++)
        {
            var row = field.AsSpan((y * width) + from, count);
            TensorPrimitives.MultiplyAdd(bell, weight * Bell(y - middleY, deviation), row, row);
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
            for (var x = Math.Max(0, middle - half); x <= Math.Min(width - 1, middle + half); x++)
            {
                var level = (int)(levels[x] * toLevels);
                if (level <= Threshold) continue;
                var colour = palette[Math.Min(level, 255)];
                var pixel = pixels.Slice(x * 3, 3);
                (pixel[0], pixel[1], pixel[2]) = (Mix(pixel[0], colour.Blue), Mix(pixel[1], colour.Green), Mix(pixel[2], colour.Red));
            }
        }
    }

    private static byte Mix(byte below, byte above) => (byte)(((below * (256 - OpacityIn256)) + (above * OpacityIn256)) >> 8);

    private Colour[] Palette(HeatmapColours colours)
    {
        if (!palettes.TryGetValue(colours, out var known)) palettes[colours] = known = ColourTable.Of(colours.Map());
        return known;
    }
}
