using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Rewards.Tracks;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>Draws the static layers of the track map: borders, laps' lines coloured by speed, marks of mishaps, start line.</summary>
/// <param name="trace">The log.</param>
/// <param name="driven">The track's borders and the racing line, where they are known.</param>
/// <param name="colours">The colours of speeds.</param>
/// <param name="projection">From metres to pixels.</param>
/// <param name="scale">The picture's scale.</param>
internal sealed class MapLayers(SimTrace trace, DrivenTrack driven, SpeedColours colours, MapProjection projection, Scale scale)
{
    private const double OthersOpacity = 0.4;
    private const double StartLineMetres = 0.9;

    /// <summary>How far from the lap's start its first row may lie for a start line to be drawn, percent.</summary>
    private const double MaxStartPercent = 5;

    private const double DashBasePixels = 2.5;

    private static readonly Colour PutBack = new(190, 196, 204);

    private static readonly Colour Border = new(105, 112, 122);
    private static readonly Colour RacingLine = new(235, 235, 235);

    /// <summary>The track's borders, the racing line and all laps, thin and dim, on a canvas of the map's size.</summary>
    public Sprite DrawBackground() => Shapes.Draw(projection.Area.Width, projection.Area.Height, (canvas, factor) =>
    {
        if (driven.Track is { } track)
        {
            DrawPolyline(canvas, factor, track.InnerBorder, track.IsClosed, Border);
            DrawPolyline(canvas, factor, track.OuterBorder, track.IsClosed, Border);
        }

        foreach (var lap in trace.Laps) DrawLine(canvas, factor, lap, 0.8, OthersOpacity);
        if (driven.RacingLine is { } line) DrawPolyline(canvas, factor, line.Points, line.IsClosed, RacingLine);
    });

    /// <summary>One lap, broad and bright, with its start line, and all laps' marks, on a canvas of the map's size.</summary>
    public Sprite DrawLap(Lap lap) => Shapes.Draw(projection.Area.Width, projection.Area.Height, (canvas, factor) =>
    {
        DrawStart(canvas, factor, lap);
        DrawLine(canvas, factor, lap, 2.2, 1);
        foreach (var other in trace.Laps.Where(other => other != lap)) DrawMarks(canvas, factor, other, 1.8, OthersOpacity);
        DrawMarks(canvas, factor, lap, 2.8, 1);
    });

    private void DrawPolyline(Mat canvas, int factor, IEnumerable<TrackPoint> points, bool isClosed, Colour colour) =>
        Cv2.Polylines(canvas, [points.Select(point => At(factor, point.X, point.Y))], isClosed, colour.ToBgra(), Length(0.7, factor));

    private void DrawLine(Mat canvas, int factor, Lap lap, double width, double opacity)
    {
        for (var row = lap.FirstRow + 1; row <= lap.LastRow; row++)
        {
            var (from, to) = (trace.Rows[row - 1], trace.Rows[row]);
            if (!to.IsDrivenFrom(from))
            {
                DrawPutBack(canvas, factor, from, to, opacity);
                continue;
            }

            var ink = colours.OfStepTo(row).ToBgra();
            ink.Val3 = 255 * opacity;
            Cv2.Line(canvas, At(factor, from.X, from.Y), At(factor, to.X, to.Y), ink, Length(width, factor));
        }
    }

    // Where the simulator put the car back: thin and dashed, for it did not drive there.
    private void DrawPutBack(Mat canvas, int factor, SimTraceRow from, SimTraceRow to, double opacity)
    {
        var metres = double.Hypot(to.X - from.X, to.Y - from.Y);
        var dashes = (int)Math.Round(metres * projection.PixelsPerMetre / (2 * DashBasePixels * scale.Factor));
        if (!double.IsFinite(metres) || dashes == 0) return;
        var ink = PutBack.ToBgra();
        ink.Val3 = 255 * opacity;
        for (var dash = 0; dash < dashes; dash++)
        {
            var (start, end) = (dash / (double)dashes, (dash + 0.5) / dashes);
            Cv2.Line(
                canvas, At(factor, from.X + (start * (to.X - from.X)), from.Y + (start * (to.Y - from.Y))),
                At(factor, from.X + (end * (to.X - from.X)), from.Y + (end * (to.Y - from.Y))), ink, Length(0.7, factor));
        }
    }

    private void DrawMarks(Mat canvas, int factor, Lap lap, double radius, double opacity)
    {
        for (var row = lap.FirstRow; row <= lap.LastRow; row++)
        {
            var here = trace.Rows[row];
            if (MishapMarks.At(trace, row) is { } mark && double.IsFinite(here.X + here.Y))
                MishapMarks.Draw(canvas, mark, At(factor, here.X, here.Y), Length(radius, factor), opacity);
        }
    }

    // The lap's first row lies a little beyond the line already, by its progress.
    private void DrawStart(Mat canvas, int factor, Lap lap)
    {
        var first = trace.Rows[lap.FirstRow];
        if (!(Math.Abs(first.ProgressPercent) <= MaxStartPercent) || !double.IsFinite(first.X + first.Y + first.YawDegrees)) return;
        var beyond = first.ProgressPercent / 100 * first.TrackLengthMetres;
        var (east, north) = (Math.Cos(first.YawDegrees * Math.PI / 180), Math.Sin(first.YawDegrees * Math.PI / 180));
        var (x, y) = (first.X - (beyond * east), first.Y - (beyond * north));
        var half = Math.Max(StartLineMetres / 2, 4 * scale.Factor / projection.PixelsPerMetre);
        var (aside, ahead) = (-north * half, east * half);
        Cv2.Line(canvas, At(factor, x - aside, y - ahead), At(factor, x + aside, y + ahead), Colour.White.ToBgra(), Length(1.2, factor));
    }

    private Point At(int factor, double x, double y)
    {
        var (left, top) = projection.Place(x, y);
        return new Point((int)Math.Round((left - projection.Area.X) * factor), (int)Math.Round((top - projection.Area.Y) * factor));
    }

    private int Length(double basePixels, int factor) => Math.Max(1, (int)Math.Round(basePixels * scale.Factor * factor));
}
