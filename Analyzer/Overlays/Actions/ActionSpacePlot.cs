using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// The action space as a half disc: a ring for each metre a second, a line for every 15 degrees of steering, a point for each
/// action there is. <see cref="Background"/> lies under the heatmap, <see cref="Grid"/> over it.
/// </summary>
public sealed class ActionSpacePlot
{
    private const double GroundOpacity = 0.8;
    private const int SteeringStep = 15;
    private static readonly Colour Line = new(150, 150, 150);
    private static readonly Colour Print = new(70, 70, 70);

    private readonly PolarGeometry plot;
    private readonly Scale scale;

    /// <summary>Prepares the plot.</summary>
    public ActionSpacePlot(ActionSpace space, PolarGeometry plot, Scale scale)
    {
        (this.plot, this.scale) = (plot, scale);
        var margin = scale.Pixels(4);
        var (width, height) = ((int)(2 * plot.Radius) + (2 * margin), (int)plot.Radius + margin + scale.Pixels(15));
        var (left, top) = ((int)plot.CentreX - (width / 2), (int)(plot.CentreY - plot.Radius) - margin);
        Background = new StaticLayer(
            Shapes.Draw(width, height, (canvas, factor) => DrawBackground(canvas, new Pencil(factor, left, top))),
            left,
            top);
        var grid = Shapes.Draw(width, height, (canvas, factor) => DrawGrid(canvas, new Pencil(factor, left, top), space));
        Grid = new LabelledGrid(new StaticLayer(grid, left, top), plot, scale);
    }

    /// <summary>The half disc.</summary>
    public IOverlay Background { get; }

    /// <summary>Rings, lines, labels and the actions there are.</summary>
    public IOverlay Grid { get; }

    private static IEnumerable<int> SteeringLines(PolarGeometry plot)
    {
        var last = (int)Math.Floor(plot.MaxSteering / SteeringStep) * SteeringStep;
        for (var degrees = -last; degrees <= last; degrees += SteeringStep) yield return degrees;
    }

    private void DrawBackground(Mat canvas, Pencil pencil)
    {
        var white = Colour.White.ToBgra();
        white.Val3 = GroundOpacity * 255;
        var centre = pencil.At(plot.CentreX, plot.CentreY);
        var radius = pencil.Length(plot.Radius);
        Cv2.Ellipse(canvas, centre, new Size(radius, radius), 0, 180, 360, white, -1);
    }

    private void DrawGrid(Mat canvas, Pencil pencil, ActionSpace space)
    {
        var thin = pencil.Length(0.8 * scale.Factor);
        var centre = pencil.At(plot.CentreX, plot.CentreY);
        for (var speed = 1; speed <= plot.MaxSpeed; speed++)
        {
            var radius = pencil.Length(speed * plot.PixelsPerSpeed);
            Cv2.Ellipse(canvas, centre, new Size(radius, radius), 0, 180, 360, Line.ToBgra(), thin);
        }

        foreach (var degrees in SteeringLines(plot))
        {
            var (x, y) = plot.Place(degrees, plot.MaxSpeed);
            Cv2.Line(canvas, centre, pencil.At(x, y), Line.ToBgra(), thin);
        }

        Cv2.Line(
            canvas, pencil.At(plot.CentreX - plot.Radius, plot.CentreY), pencil.At(plot.CentreX + plot.Radius, plot.CentreY),
            Line.ToBgra(), thin);
        foreach (var action in space.Choices)
        {
            var (x, y) = plot.Place(action.SteeringDegrees, action.SpeedMetresPerSecond);
            Cv2.Circle(canvas, pencil.At(x, y), pencil.Length(2 * scale.Factor), Print.ToBgra(), -1);
        }
    }

    private readonly record struct Pencil(int Times, int Left, int Top)
    {
        public Point At(double x, double y) => new((int)((x - Left) * Times), (int)((y - Top) * Times));

        public int Length(double pixels) => (int)Math.Round(pixels * Times);
    }

    private sealed class StaticLayer(Sprite sprite, int left, int top) : IOverlay
    {
        public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings) => sprite.Draw(canvas, left, top);
    }

    private sealed class LabelledGrid : IOverlay
    {
        private readonly IOverlay grid;
        private readonly TextRenderer lettering;
        private readonly (string Text, double X, double Baseline)[] labels;

        public LabelledGrid(IOverlay grid, PolarGeometry plot, Scale scale)
        {
            this.grid = grid;
            lettering = new TextRenderer(7.5 * scale.Factor, Print, Colour.White);
            labels = [.. SpeedLabels(plot, scale), .. SteeringLabels(plot, scale)];
        }

        public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
        {
            grid.Draw(canvas, moment, settings);
            foreach (var (text, x, baseline) in labels) lettering.DrawCentred(canvas, text, x, baseline);
        }

        private IEnumerable<(string Text, double X, double Baseline)> SpeedLabels(PolarGeometry plot, Scale scale)
        {
            for (var speed = 0; speed <= plot.MaxSpeed; speed++)
            {
                var x = plot.CentreX - (speed * plot.PixelsPerSpeed);
                yield return (Number(speed), x, plot.CentreY + scale.Pixels(4) + lettering.CapHeight);
            }
        }

        private IEnumerable<(string Text, double X, double Baseline)> SteeringLabels(PolarGeometry plot, Scale scale)
        {
            foreach (var degrees in SteeringLines(plot))
            {
                var (x, y) = plot.Place(degrees, plot.MaxSpeed - (scale.Pixels(11) / plot.PixelsPerSpeed));
                yield return (Number(-degrees), x, y + (lettering.CapHeight / 2));
            }
        }

        private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
    }
}
