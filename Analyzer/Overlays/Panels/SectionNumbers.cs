using System.Globalization;
using Analyzer.Drawing;
using Analyzer.Laps;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The sections' numbers on the map, each beside the middle of its section; the one whose cost is told stands out.</summary>
internal sealed class SectionNumbers : IOverlay
{
    private const double MinDistance = 9;
    private const double MaxDistance = 21;
    private const double Step = 2;
    private const double HalfSize = 5;

    /// <summary>What its middle keeps from lines and marks, in heights of its letters; from other numbers half as much again.</summary>
    private const double Clearance = 1.15;

    /// <summary>Places along a section, from its middle, in its lengths.</summary>
    private static readonly double[] Along = [0, -0.12, 0.12, -0.24, 0.24];

    // A short stretch of the lap, percent, whose direction is the track's there.
    private const double DirectionPercent = 0.5;

    private readonly (int Section, string Text, double X, double Y)[] places = [];
    private readonly TextRenderer plain;
    private readonly TextRenderer chosen;

    /// <summary>Places them: beside the line and within the map, clear of lines, borders, marks and each other where that can be.</summary>
    public SectionNumbers(Evaluation evaluation, MapProjection projection, Rect map, Scale scale, Fonts fonts)
    {
        (plain, chosen) = (fonts.Small(Theme.Name), fonts.Normal(Theme.GainGold));
        if (evaluation.Sections.All.IsEmpty) return;
        var times = evaluation.Laps.Times;
        var guide = new ReferenceLap(times, times.Best ?? times.Trace.Laps.MaxBy(lap => times.ProgressAt(lap.LastRow))!);
        var borders = evaluation.Track.Track is { } track ? track.InnerBorder.Concat(track.OuterBorder) : [];
        var (half, free) = (scale.Pixels(HalfSize), plain.CapHeight * Clearance);
        var drawn = times.Trace.Rows.Select(row => projection.Place(row.X, row.Y))
            .Concat(borders.Select(point => projection.Place(point.X, point.Y)))
            .Where(place => double.IsFinite(place.X + place.Y))
            .DistinctBy(place => ((int)place.X, (int)place.Y)).ToList();
        var numbers = new List<(double X, double Y)>();
        places = [.. evaluation.Sections.All.Select(section => Beside(section))];

        (double X, double Y) PlaceAt(double percent)
        {
            var (x, y) = guide.PlaceAt(guide.FirstReached(Math.Clamp(percent, 0, 100)));
            return projection.Place(x, y);
        }

        (int Section, string Text, double X, double Y) Beside(SectionFigures section)
        {
            var (middle, length) = ((section.FromProgress + section.ToProgress) / 2, section.ToProgress - section.FromProgress);
            var at = PlaceAt(middle);
            var place = Along.SelectMany(along => Aside(middle + (along * length)))
                .Select(place => (Place: place, Room: Room(place), Distance: Between(place, at)))
                .MaxBy(it => (IsInside(it.Place), Math.Min(it.Room, free), -it.Distance, it.Room)).Place;
            numbers.Add(place);
            return (section.Section, section.Section.ToString(CultureInfo.InvariantCulture), place.X, place.Y);
        }

        IEnumerable<(double X, double Y)> Aside(double percent)
        {
            var (before, at, after) = (PlaceAt(percent - DirectionPercent), PlaceAt(percent), PlaceAt(percent + DirectionPercent));
            var (dx, dy) = (after.X - before.X, after.Y - before.Y);
            var unit = scale.Factor / Math.Max(1e-6, double.Hypot(dx, dy));
            for (var distance = MinDistance; distance <= MaxDistance; distance += Step)
            {
                yield return (at.X - (dy * unit * distance), at.Y + (dx * unit * distance));
                yield return (at.X + (dy * unit * distance), at.Y - (dx * unit * distance));
            }
        }

        bool IsInside((double X, double Y) place) =>
            map.Contains(new Rect((int)place.X - half, (int)place.Y - half, 2 * half, 2 * half));

        double Room((double X, double Y) place) => Math.Min(
            drawn.Min(other => Between(place, other)), numbers.Select(other => Between(place, other) / 1.5).DefaultIfEmpty(free).Min());

        static double Between((double X, double Y) one, (double X, double Y) other) =>
            Math.Sqrt(((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y)));
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
