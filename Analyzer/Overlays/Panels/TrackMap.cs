using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The track from above: all laps' lines coloured by speed, this lap's broad, the car now, and where the compared lap's car was at
/// the same lap time, in the compare view at the same progress. Its static parts are drawn once, or once a lap.
/// </summary>
internal sealed class TrackMap : IOverlay
{
    private const double Margin = 8;
    private const double LegendHeight = 13;
    private const int Headings = 72;

    private readonly MapProjection projection;
    private readonly Point corner;
    private readonly Sprite[] cars;
    private readonly Sprite ghost;
    private readonly LapBackdrops laps;
    private readonly SectionNumbers numbers;

    /// <summary>Prepares it.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="area">The panel's part for the map and its legend.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public TrackMap(Evaluation evaluation, Rect area, Scale scale, Fonts fonts)
    {
        var trace = evaluation.Timeline.Trace;
        var colours = new SpeedColours(trace);
        var (margin, legendHeight) = (scale.Pixels(Margin), scale.Pixels(LegendHeight));
        var map = new Rect(area.X, area.Y, area.Width, area.Height - legendHeight);
        var borders = evaluation.Track.Track is { } track ? track.InnerBorder.Concat(track.OuterBorder) : [];
        projection = MapProjection.Fit(
            trace.Rows.Select(row => (row.X, row.Y)).Concat(borders.Select(point => (point.X, point.Y))), map, margin);
        var layers = new MapLayers(trace, evaluation.Track, colours, projection, scale);
        var under = new Rect(margin, map.Height, area.Width - (2 * margin), legendHeight);
        var legend = new MapLegend(trace, colours, under, scale, fonts);
        var background = new Backdrop(area.Size, Theme.Panel, canvas =>
        {
            layers.DrawBackground().Draw(canvas, 0, 0);
            legend.Draw(canvas);
        });
        corner = area.TopLeft;
        laps = new LapBackdrops(trace, lap => background.With(canvas => layers.DrawLap(lap).Draw(canvas, 0, 0)));
        cars = [.. Enumerable.Range(0, Headings).Select(heading => CarMarks.Car(heading * 360.0 / Headings, scale))];
        ghost = CarMarks.Ghost(scale);
        numbers = new SectionNumbers(evaluation, projection, map, scale, fonts);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        laps.Of(moment.Lap).Draw(canvas, corner);
        numbers.Draw(canvas, moment, settings);
        if (moment.Row is not { } row) return;
        var comparisons = moment.Evaluation.Laps;
        if (comparisons.ReferenceOf(settings.Comparison, moment.Lap) is { } other && !other.IsItself(comparisons.Times, moment.Lap))
        {
            var beside = other.Run.Trace.Rows[comparisons.RowBeside(moment.Evaluation.Timeline, moment.Frame, other)];
            var (x, y) = settings.Compare ? (beside.X, beside.Y) : other.PlaceAt(comparisons.Times.SecondsAt(row.Index));
            Draw(canvas, ghost, x, y);
        }

        if (double.IsFinite(row.YawDegrees)) Draw(canvas, cars[Heading(row.YawDegrees)], row.X, row.Y);
    }

    private static int Heading(double degrees) => (int)Math.Round((((degrees % 360) + 360) % 360) * Headings / 360) % Headings;

    private void Draw(Canvas canvas, Sprite sprite, double x, double y)
    {
        if (!double.IsFinite(x + y)) return;
        var (left, top) = projection.Place(x, y);
        sprite.Draw(canvas, (int)Math.Round(left - (sprite.Width / 2.0)), (int)Math.Round(top - (sprite.Height / 2.0)));
    }
}
