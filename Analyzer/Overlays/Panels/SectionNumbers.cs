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

    private readonly Number[] numbers = [];
    private readonly TextRenderer plain;
    private readonly TextRenderer chosen;

    /// <summary>Places them: beside the line and within the map, clear of lines, borders, marks and each other where that can be.</summary>
    public SectionNumbers(Evaluation evaluation, MapProjection projection, Rect map, Scale scale, Fonts fonts)
    {
        (plain, chosen) = (fonts.Small(Theme.Name), fonts.Normal(Theme.GainGold));
        if (evaluation.Sections.All.IsEmpty) return;
        var times = evaluation.Laps.Times;
        var guide = new ReferenceLap(times, times.Best ?? times.Trace.Laps.MaxBy(lap => times.ProgressAt(lap.LastRow))!);
        var (half, free) = (scale.Pixels(HalfSize), plain.CapHeight * Clearance);
        var drawn = Drawn(evaluation, projection);
        var placed = new List<Number>();
        foreach (var section in evaluation.Sections.All)
            placed.Add(new Number(section.Section, section.Section.ToString(CultureInfo.InvariantCulture), Beside(section)));

        numbers = [.. placed];

        Spot SpotAt(double percent)
        {
            var (x, y) = guide.PlaceAt(guide.FirstReached(Math.Clamp(percent, 0, 100)));
            return new Spot(projection.Place(x, y));
        }

        Spot Beside(SectionFigures section)
        {
            var (middle, length) = ((section.FromProgress + section.ToProgress) / 2, section.ToProgress - section.FromProgress);
            var at = SpotAt(middle);
            Candidate? best = null;
            foreach (var along in Along)
            {
                foreach (var spot in Aside(middle + (along * length)))
                {
                    var room = Room(spot);
                    var candidate = new Candidate(spot, IsInside(spot), Math.Min(room, free), spot.DistanceTo(at), room);
                    if (best is not { } other || candidate.IsBetterThan(other)) best = candidate;
                }
            }

            return best!.Value.Spot;
        }

        IEnumerable<Spot> Aside(double percent)
        {
            var (before, at, after) = (SpotAt(percent - DirectionPercent), SpotAt(percent), SpotAt(percent + DirectionPercent));
            var (dx, dy) = (after.X - before.X, after.Y - before.Y);
            var unit = scale.Factor / Math.Max(1e-6, double.Hypot(dx, dy));
            for (var distance = MinDistance; distance <= MaxDistance; distance += Step)
            {
                yield return new Spot(at.X - (dy * unit * distance), at.Y + (dx * unit * distance));
                yield return new Spot(at.X + (dy * unit * distance), at.Y - (dx * unit * distance));
            }
        }

        bool IsInside(Spot spot) => map.Contains(new Rect((int)spot.X - half, (int)spot.Y - half, 2 * half, 2 * half));

        double Room(Spot spot)
        {
            var squared = double.PositiveInfinity;
            foreach (var other in drawn) squared = Math.Min(squared, spot.SquaredDistanceTo(other));
            var room = Math.Min(Math.Sqrt(squared), placed.Count == 0 ? free : double.PositiveInfinity);
            foreach (var number in placed) room = Math.Min(room, spot.DistanceTo(number.Spot) / 1.5);
            return room;
        }
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        foreach (var (section, text, spot) in numbers)
        {
            if (!spot.IsFinite) continue;
            var letters = section == settings.Opportunity ? chosen : plain;
            letters.DrawCentred(canvas, text, spot.X, spot.Y + (letters.CapHeight / 2));
        }
    }

    // Lines and borders, once for each pixel.
    private static Spot[] Drawn(Evaluation evaluation, MapProjection projection)
    {
        var (seen, drawn) = (new HashSet<(int X, int Y)>(), new List<Spot>());
        foreach (var row in evaluation.Timeline.Trace.Rows) Add(row.X, row.Y);
        if (evaluation.Track.Track is { } track)
        {
            foreach (var point in track.InnerBorder) Add(point.X, point.Y);
            foreach (var point in track.OuterBorder) Add(point.X, point.Y);
        }

        return [.. drawn];

        void Add(double x, double y)
        {
            var spot = new Spot(projection.Place(x, y));
            if (spot.IsFinite && seen.Add(((int)spot.X, (int)spot.Y))) drawn.Add(spot);
        }
    }

    /// <summary>A place on the map, pixels.</summary>
    private readonly record struct Spot(double X, double Y)
    {
        public Spot((double X, double Y) place)
            : this(place.X, place.Y)
        {
        }

        public bool IsFinite => double.IsFinite(X + Y);

        public double DistanceTo(Spot other) => Math.Sqrt(SquaredDistanceTo(other));

        public double SquaredDistanceTo(Spot other) => ((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y));
    }

    private readonly record struct Number(int Section, string Text, Spot Spot);

    private readonly record struct Candidate(Spot Spot, bool IsInside, double NeededRoom, double Distance, double Room)
    {
        public bool IsBetterThan(Candidate other)
        {
            var order = IsInside.CompareTo(other.IsInside);
            if (order == 0) order = NeededRoom.CompareTo(other.NeededRoom);
            if (order == 0) order = other.Distance.CompareTo(Distance);
            return order > 0 || (order == 0 && Room > other.Room);
        }
    }
}
