using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Laps;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The sections' numbers on the map, each beside the middle of its section; the one whose cost is told stands out.</summary>
internal sealed class SectionNumbers : IOverlay
{
    private const double Distance = 9;
    private const double HalfWidth = 5;

    // A short stretch of the lap, percent, whose direction is the track's there.
    private const double DirectionPercent = 0.5;

    private readonly (int Section, string Text, double X, double Y)[] places = [];
    private readonly TextRenderer plain;
    private readonly TextRenderer chosen;

    /// <summary>Finds their places: aside the line within the map, where no other part of the track is near.</summary>
    public SectionNumbers(Evaluation evaluation, MapProjection projection, Rect map, Scale scale, Fonts fonts)
    {
        (plain, chosen) = (fonts.Small(Theme.Name), fonts.Normal(Theme.GainGold));
        if (evaluation.Sections.All.IsEmpty) return;
        var times = evaluation.Laps.Times;
        var guide = new ReferenceLap(times, times.Best ?? times.Trace.Laps.MaxBy(lap => times.ProgressAt(lap.LastRow))!);
        var line = Enumerable.Range(0, 101).Select(percent => PlaceAt(percent)).ToArray();
        places = [.. evaluation.Sections.All.Select(section => Beside(section))];

        (double X, double Y) PlaceAt(double percent)
        {
            var (x, y) = guide.PlaceAt(guide.FirstReached(Math.Clamp(percent, 0, 100)));
            return projection.Place(x, y);
        }

        (int Section, string Text, double X, double Y) Beside(SectionFigures section)
        {
            var middle = (section.FromProgress + section.ToProgress) / 2;
            var (before, at, after) = (PlaceAt(middle - DirectionPercent), PlaceAt(middle), PlaceAt(middle + DirectionPercent));
            var (dx, dy) = (after.X - before.X, after.Y - before.Y);
            var length = Math.Max(1e-6, double.Hypot(dx, dy));
            var (asideX, asideY) = (-dy / length * scale.Pixels(Distance), dx / length * scale.Pixels(Distance));
            var (one, other) = ((X: at.X + asideX, Y: at.Y + asideY), (X: at.X - asideX, Y: at.Y - asideY));
            var place = (IsInside(one), Room(one)).CompareTo((IsInside(other), Room(other))) >= 0 ? one : other;
            return (section.Section, section.Section.ToString(CultureInfo.InvariantCulture), place.X, place.Y);
        }

        bool IsInside((double X, double Y) place) =>
            place.X >= map.Left + scale.Pixels(HalfWidth) && place.X <= map.Right - scale.Pixels(HalfWidth);

        double Room((double X, double Y) place) => line.Min(point => double.Hypot(point.X - place.X, point.Y - place.Y));
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        foreach (var (section, text, x, y) in places)
        {
            if (!double.IsFinite(x + y)) continue;
            var letters = section == settings.Opportunity ? chosen : plain;
            letters.DrawCentred(canvas, text, x, y + (letters.CapHeight / 2));
        }
    }
}
