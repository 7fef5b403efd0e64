using Analyzer.Drawing;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Actions;

/// <summary>
/// The action space as a dark half disc on a card: rings of speed up to the model's own maximum, lines of steering, a point for each
/// action there is. <see cref="Background"/> lies under the heatmap, <see cref="Grid"/> over it.
/// </summary>
internal sealed class ActionSpacePlot
{
    private const double DiscDarkness = 0.42;
    private const double LineOpacity = 0.5;
    private static readonly Colour Line = new(206, 212, 220);
    private static readonly Colour Dot = new(224, 229, 236);

    /// <summary>The card at the base scale; under the disc the action asked for is written.</summary>
    private static readonly Rect2d CardArea = new(232, 31, 292, 172);

    private readonly PolarGeometry plot;
    private readonly Scale scale;

    /// <summary>Prepares the plot.</summary>
    public ActionSpacePlot(ActionSpace space, PolarGeometry plot, Scale scale, Fonts fonts)
    {
        (this.plot, this.scale) = (plot, scale);
        var area = new Rect(
            scale.Pixels(CardArea.X), scale.Pixels(CardArea.Y), scale.Pixels(CardArea.Width), scale.Pixels(CardArea.Height));
        var disc = Shapes.Draw(
            area.Width, area.Height, (canvas, factor) => DrawDisc(canvas, new Pencil(factor, area.Left, area.Top)));
        Background = new Layers(new Card(area, disc.On(Card.Of(area, scale).Background)), []);
        var grid = Shapes.Draw(
            area.Width, area.Height, (canvas, factor) => DrawGrid(canvas, new Pencil(factor, area.Left, area.Top), space));
        var text = fonts.Small(Theme.Name);
        Grid = new Layers(new Card(area, grid), [.. SpeedLabels(text), .. SteeringLabels(text)]);
    }

    /// <summary>The card and the half disc.</summary>
    public IOverlay Background { get; }

    /// <summary>Rings, lines, labels and the actions there are.</summary>
    public IOverlay Grid { get; }

    private IEnumerable<double> Rings()
    {
        for (var ring = 1; ring * plot.RingStep < plot.MaxSpeed; ring++) yield return ring * plot.RingStep;
        yield return plot.MaxSpeed;
    }

    private IEnumerable<double> Lines()
    {
        var each = (int)Math.Floor((plot.MaxSteering / plot.LineStep) + 1e-9);
        for (var line = -each; line <= each; line++) yield return line * plot.LineStep;
    }

    private void DrawDisc(Mat canvas, Pencil pencil)
    {
        var dark = Colour.Black.ToBgra();
        dark.Val3 = DiscDarkness * 255;
        var radius = pencil.Length(plot.Radius);
        Cv2.Ellipse(canvas, pencil.At(plot.CentreX, plot.CentreY), new Size(radius, radius), 0, 180, 360, dark, -1);
    }

    private void DrawGrid(Mat canvas, Pencil pencil, ActionSpace space)
    {
        var ink = Line.ToBgra();
        ink.Val3 = LineOpacity * 255;
        var thin = pencil.Length(0.7 * scale.Factor);
        var centre = pencil.At(plot.CentreX, plot.CentreY);
        foreach (var speed in Rings())
        {
            var radius = pencil.Length(speed * plot.PixelsPerSpeed);
            Cv2.Ellipse(canvas, centre, new Size(radius, radius), 0, 180, 360, ink, thin);
        }

        foreach (var degrees in Lines())
        {
            var (x, y) = plot.Place(degrees, plot.MaxSpeed);
            Cv2.Line(canvas, centre, pencil.At(x, y), ink, thin);
        }

        Cv2.Line(
            canvas, pencil.At(plot.CentreX - plot.Radius, plot.CentreY), pencil.At(plot.CentreX + plot.Radius, plot.CentreY), ink, thin);
        foreach (var action in space.Choices)
        {
            var (x, y) = plot.Place(action.SteeringDegrees, action.SpeedMetresPerSecond);
            Cv2.Circle(canvas, pencil.At(x, y), pencil.Length(2.1 * scale.Factor), Dot.ToBgra(), -1);
        }
    }

    // From the rim inwards, so that the model's own maximum is always named; one that would touch the label before is left out.
    private IEnumerable<Label> SpeedLabels(TextRenderer text)
    {
        var baseline = plot.CentreY + scale.Pixels(4) + text.CapHeight;
        var free = double.NegativeInfinity;
        foreach (var speed in Rings().Reverse())
        {
            NoteText words = $"{speed:0.#}";
            var (middle, half) = (plot.CentreX - (speed * plot.PixelsPerSpeed), text.Width(words) / 2);
            if (middle - half < free) continue;
            free = middle + half + (text.CapHeight / 2);
            yield return new Label(text, words.Text.ToString(), middle, baseline);
        }

        const string unit = "m/s";
        if (plot.CentreX - text.Width(unit) > free)
            yield return new Label(text, unit, plot.CentreX - (text.Width(unit) * 0.4), baseline);
    }

    private IEnumerable<Label> SteeringLabels(TextRenderer text)
    {
        foreach (var degrees in Lines())
        {
            NoteText words = $"{-degrees:0}°";
            var label = words.Text.ToString();
            var side = Math.Sin(degrees * plot.AngleFactor * Math.PI / 180);
            var (x, y) = plot.At(degrees, plot.Radius + scale.Pixels(5.5) + (text.CapHeight / 2));
            yield return new Label(text, label, x - (side * text.Width(label) / 2), y + (text.CapHeight / 2) - (Math.Abs(side) > 0.95
                ? text.CapHeight / 2
                : 0));
        }
    }

    private readonly record struct Pencil(int Times, int Left, int Top)
    {
        public Point At(double x, double y) => new((int)((x - Left) * Times), (int)((y - Top) * Times));

        public int Length(double pixels) => (int)Math.Round(pixels * Times);
    }

    private readonly record struct Label(TextRenderer Text, string Words, double Middle, double Baseline);

    private sealed class Layers(Card card, Label[] labels) : IOverlay
    {
        public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
        {
            card.Draw(canvas);
            foreach (var label in labels) label.Text.DrawCentred(canvas, label.Words, label.Middle, label.Baseline);
        }
    }
}
