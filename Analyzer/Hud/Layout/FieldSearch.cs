using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>Finds a field in a frame by template matching: at its known places first, then beside its word anywhere.</summary>
internal sealed class FieldSearch(HudField field)
{
    // Cells less alike any digit than this are no cells of the field, even if its place is a pixel off.
    private const float MinLikeness = 0.3f;

    // The word need only be nearly where the letters are: the digits decide.
    private const double MinWordLikeness = 0.4;
    private const int Words = 4;
    private const int WordReach = 3;

    private readonly FieldLetters letters = HudFont.Simulator[field];
    private readonly DigitClassifier classifier = new(HudFont.Simulator[field].Digits, field.DigitSize);

    /// <summary>The field in a grey picture of the simulator's scale; null where it is not there.</summary>
    /// <param name="grey">The picture.</param>
    /// <param name="scale">What the video's pixels were divided by.</param>
    public FieldPlace? Find(Mat grey, double scale)
    {
        foreach (var area in field.KnownPlaces)
        {
            if (FindIn(grey, area, scale) is { } found)
                return found;
        }

        return FindWords(grey).Select(word => FindIn(grey, AreaBeside(word), scale)).FirstOrDefault(found => found is not null);
    }

    private FieldPlace? FindIn(Mat grey, Rect area, double scale)
    {
        var best = (Likeness: 0f, Place: default(Point), Cells: ImmutableArray<int>.Empty);
        foreach (var cells in field.CellOffsets)
        {
            for (var y = area.Top; y < area.Bottom; y++)
            {
                for (var x = area.Left; x < area.Right; x++)
                {
                    var likeness = Likeness(grey, new Point(x, y), cells);
                    if (likeness > best.Likeness)
                        best = (likeness, new Point(x, y), cells);
                }
            }
        }

        return best.Likeness > 0 ? Settle(grey, best.Place, best.Cells, scale) : null;
    }

    // Fractional advances leave each digit a pixel here or there.
    private FieldPlace? Settle(Mat grey, Point place, ImmutableArray<int> cells, double scale)
    {
        var settled = ImmutableArray.CreateBuilder<int>(cells.Length);
        foreach (var cell in cells)
        {
            var best = Enumerable.Range(cell - 1, 3).Select(at => (At: at, Match: Match(grey, place, at)))
                .MaxBy(pair => pair.Match.Correlation);
            if (!best.Match.IsSure(DigitMatch.LeastLead))
                return null;

            settled.Add(best.At);
        }

        var first = settled[0];
        return new FieldPlace(new Point2d(place.X + first, place.Y), scale, [.. settled.Select(cell => cell - first)], letters.Digits);
    }

    private float Likeness(Mat grey, Point place, ImmutableArray<int> cells)
    {
        var sum = 0f;
        foreach (var cell in cells)
        {
            var correlation = Match(grey, place, cell).Correlation;
            if (correlation < MinLikeness)
                return 0;

            sum += correlation;
        }

        return sum;
    }

    private DigitMatch Match(Mat grey, Point place, int cell)
    {
        var origin = new Point(place.X + cell, place.Y) + HudField.DigitOrigin;
        return new Rect(origin, field.DigitSize) is var part && (part & new Rect(default, grey.Size())) == part
            ? classifier.Match(grey.AsSpan<byte>(), grey.Width, origin.X, origin.Y)
            : default;
    }

    private Rect AreaBeside(Point word)
    {
        var place = word - field.WordPlace.TopLeft;
        return new Rect(place.X - WordReach, place.Y - WordReach, (2 * WordReach) + 1, (2 * WordReach) + 1);
    }

    private List<Point> FindWords(Mat grey)
    {
        var found = new List<Point>();
        var size = field.WordPlace.Size;
        if (grey.Width < size.Width || grey.Height < size.Height)
            return found;

        using var picture = Mat.FromPixelData(size.Height, size.Width, MatType.CV_32FC1, letters.Word.Picture);
        using var word = new Mat();
        picture.ConvertTo(word, MatType.CV_8UC1);
        using var likeness = new Mat();
        Cv2.MatchTemplate(grey, word, likeness, TemplateMatchModes.CCoeffNormed);
        while (found.Count < Words)
        {
            Cv2.MinMaxLoc(likeness, out _, out var most, out _, out var at);
            if (!(most >= MinWordLikeness))
                break;

            found.Add(at);
            Cv2.Rectangle(likeness, new Rect(at.X - size.Height, at.Y - size.Height, 2 * size.Height, 2 * size.Height), Scalar.All(-1), -1);
        }

        return found;
    }
}
