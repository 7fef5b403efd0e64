using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Analyzer.Drawing;
using Analyzer.Logs;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// A heatmap of the actions chosen lately: a Gaussian for each step since the last off-track or pause, older ones divided by the
/// attenuation factor once a step, the sum scaled to its maximum and coloured where it is above 20/255.
/// </summary>
internal sealed class Heatmap : IOverlay
{
    private const int Threshold = 20;
    private const ushort OpacityIn256 = 217;
    private const int PixelsAtOnce = 4;
    private const double SizeInStandardDeviations = 6;
    private const double Negligible = 1e-4;

    private static readonly Vector128<byte> WithoutFourth =
        Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 255, 255, 255, 255);

    private static readonly Vector128<byte> OfEachPixel =
        Vector128.Create((byte)0, 0, 0, 4, 4, 4, 8, 8, 8, 12, 12, 12, 255, 255, 255, 255);

    private readonly PolarGeometry plot;
    private readonly Scale scale;
    private readonly ActionHistory history;
    private readonly int left;
    private readonly int top;
    private readonly int width;
    private readonly int height;
    private readonly float[] field;
    private readonly (int From, int To)[] reached;
    private readonly Dictionary<(double, double), double> weights = [];
    private readonly Dictionary<(double, double), Kernel> kernels = [];
    private double deviation;
    private readonly Dictionary<HeatmapColours, uint[]> palettes = [];

    /// <summary>Prepares a field of the plot's size.</summary>
    public Heatmap(SimTrace trace, PolarGeometry plot, Scale scale)
    {
        (this.plot, this.scale) = (plot, scale);
        history = new ActionHistory(trace);
        (left, top) = ((int)(plot.CentreX - plot.Radius), (int)(plot.CentreY - plot.Radius));
        (width, height) = ((int)(2 * plot.Radius) + 1, (int)plot.Radius + 1);
        field = new float[width * height];
        reached = new (int From, int To)[height];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (moment.Row is not { } row) return;
        Weigh(moment.Evaluation.Timeline.Trace, row.Index, settings);
        var hasRoom = left >= 0 && top >= 0 && left + width <= canvas.Width && top + height <= canvas.Height;
        if (weights.Count == 0 || !hasRoom) return;

        Array.Clear(field);
        Array.Fill(reached, (width, 0));
        Prepare(settings.HeatmapGaussianSize * scale.Factor / SizeInStandardDeviations);
        foreach (var (action, weight) in weights) Add(KernelOf(action), (float)weight);
        Paint(canvas, Palette(settings.HeatmapColours), 255 / Maximum());
    }

    private void Weigh(SimTrace trace, int last, OverlaySettings settings)
    {
        weights.Clear();
        var weight = 1.0;
        for (var row = last; row >= history.FirstRow(last, settings.HeatmapFromRow) && weight > Negligible; row--)
        {
            var action = (trace.Rows[row].SteeringDegrees, trace.Rows[row].ThrottleMetresPerSecond);
            CollectionsMarshal.GetValueRefOrAddDefault(weights, action, out _) += weight;
            weight /= settings.HeatmapAttenuation;
        }
    }

    private void Prepare(double newDeviation)
    {
        if (newDeviation != deviation) kernels.Clear();
        deviation = newDeviation;
    }

    private Kernel KernelOf((double Steering, double Speed) action)
    {
        if (kernels.TryGetValue(action, out var known)) return known;
        var (x, y) = plot.Place(action.Steering, action.Speed);
        var (across, from) = Profile(x - left, width);
        var (down, first) = Profile(y - top, height);
        return kernels[action] = new Kernel(from, first, across, down);
    }

    private (float[] Values, int From) Profile(double middle, int length)
    {
        var reach = (int)Math.Ceiling(3.5 * deviation);
        var from = Math.Max(0, (int)middle - reach);
        var count = Math.Max(0, Math.Min(length, (int)middle + reach + 1) - from);
        return ([.. Enumerable.Range(from, count).Select(place => Gaussian(place - middle, deviation))], from);
    }

    private void Add(Kernel kernel, float weight)
    {
        for (var y = 0; y < kernel.Down.Length; y++)
        {
            ref var reach = ref reached[kernel.Top + y];
            reach = (Math.Min(reach.From, kernel.Left), Math.Max(reach.To, kernel.Left + kernel.Across.Length));
            var row = field.AsSpan(((kernel.Top + y) * width) + kernel.Left, kernel.Across.Length);
            TensorPrimitives.MultiplyAdd(kernel.Across, weight * kernel.Down[y], row, row);
        }
    }

    private float Maximum()
    {
        var highest = 0f;
        for (var y = 0; y < height; y++)
        {
            var (from, to) = reached[y];
            if (from < to) highest = Math.Max(highest, TensorPrimitives.Max<float>(field.AsSpan((y * width) + from, to - from)));
        }

        return highest;
    }

    private static float Gaussian(double distance, double deviation) => (float)Math.Exp(-distance * distance / (2 * deviation * deviation));

    private void Paint(Canvas canvas, uint[] palette, float toLevels)
    {
        for (var y = 0; y < height; y++)
        {
            var rise = plot.CentreY - top - y;
            var half = (int)Math.Sqrt(Math.Max(0, (plot.Radius * plot.Radius) - (rise * rise)));
            var middle = width / 2;
            var levels = field.AsSpan(y * width, width);
            var pixels = canvas.RowToTheEnd(top + y)[(left * 3)..];
            var end = Math.Min(reached[y].To - 1, middle + half);
            var x = Math.Max(reached[y].From, middle - half);
            for (; x + PixelsAtOnce <= end + 1 && (x * 3) + Vector128<byte>.Count <= pixels.Length; x += PixelsAtOnce)
                PaintAtOnce(pixels[(x * 3)..], Vector128.Create<float>(levels[x..]) * toLevels, palette);
            for (; x <= end; x++)
            {
                var level = (int)(levels[x] * toLevels);
                if (level > Threshold) Paint(pixels.Slice(x * 3, 3), palette[Math.Min(level, 255)]);
            }
        }
    }

    // Four pixels in twelve bytes; the four beyond stay as they are.
    private static void PaintAtOnce(Span<byte> pixels, Vector128<float> levels, uint[] palette)
    {
        var shown = Vector128.GreaterThanOrEqual(levels, Vector128.Create(Threshold + 1f));
        if (shown == Vector128<float>.Zero) return;
        var places = Vector128.Min(Vector128.ConvertToInt32(levels), Vector128.Create(255));
        var colours = Vector128.Create(palette[places[0]], palette[places[1]], palette[places[2]], palette[places[3]]);
        var above = Vector128.Shuffle(colours.AsByte(), WithoutFourth);
        var below = Vector128.Create<byte>(pixels);
        var (lowAbove, highAbove) = Vector128.Widen(above);
        var (lowBelow, highBelow) = Vector128.Widen(below);
        var mixed = Vector128.Narrow(Mix(lowBelow, lowAbove), Mix(highBelow, highAbove));
        Vector128.ConditionalSelect(Vector128.Shuffle(shown.AsByte(), OfEachPixel), mixed, below).CopyTo(pixels);
    }

    private static Vector128<ushort> Mix(Vector128<ushort> below, Vector128<ushort> above) =>
        ((below * (256 - OpacityIn256)) + (above * OpacityIn256)) >>> 8;

    private static void Paint(Span<byte> pixel, uint colour)
    {
        for (var channel = 0; channel < 3; channel++)
            pixel[channel] = (byte)(((pixel[channel] * (256 - OpacityIn256)) + (((colour >> (8 * channel)) & 255) * OpacityIn256)) >> 8);
    }

    // Blue in the lowest byte, as in the picture.
    private uint[] Palette(HeatmapColours colours)
    {
        if (palettes.TryGetValue(colours, out var known)) return known;
        return palettes[colours] =
            [.. ColourTable.Of(colours.Map()).Select(colour => (uint)(colour.Blue | (colour.Green << 8) | (colour.Red << 16)))];
    }

    /// <summary>One action's separable Gaussian: where it begins in the field, and its factors across and down.</summary>
    private sealed record Kernel(int Left, int Top, float[] Across, float[] Down);
}
