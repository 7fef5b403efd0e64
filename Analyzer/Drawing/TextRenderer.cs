using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>
/// Text in one size and colour: OpenCV's Hershey Simplex, drawn once per character, when it is first needed, at four times the
/// size and shrunk, so that it is smooth at any size, and blended from then on. Digits are all of one width, so numbers do not jitter.
/// </summary>
public sealed class TextRenderer
{
    private const int Oversampling = 4;
    private const char First = ' ';
    private const char Last = '~';
    private const double CapHeightAtScaleOne = 21;

    private static readonly double[] AdvancesAtScaleOne = [.. Enumerable.Range(First, Last - First + 1).Select(AdvanceAtScaleOne)];

    private readonly Sprite?[] glyphs = new Sprite?[Last - First + 1];
    private readonly Pen pen;
    private readonly int margin;
    private readonly int ascent;

    /// <summary>Chooses the look.</summary>
    /// <param name="capHeight">Height of a capital letter in pixels.</param>
    /// <param name="colour">Colour of the strokes.</param>
    /// <param name="outline">Colour of a thin line around them, or null for none.</param>
    public TextRenderer(double capHeight, Colour colour, Colour? outline)
    {
        var stroke = Math.Max(1.0, capHeight / 8.5);
        var rim = outline is null ? 0 : Math.Max(1.0, capHeight / 9);
        margin = (int)Math.Ceiling(stroke + rim) + 1;
        ascent = (int)Math.Ceiling(capHeight * 1.25) + margin;
        CapHeight = capHeight;
        LineHeight = (int)Math.Round(capHeight * 1.75);
        pen = new Pen(capHeight / CapHeightAtScaleOne, stroke, rim, colour, outline);
    }

    /// <summary>Height of a capital letter in pixels.</summary>
    public double CapHeight { get; }

    /// <summary>From one line's baseline to the next, in pixels.</summary>
    public int LineHeight { get; }

    /// <summary>Width of a text in pixels.</summary>
    public double Width(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text) width += Advance(Place(letter));
        return width;
    }

    /// <summary>Draws a text with its baseline's left end at a point.</summary>
    public void Draw(Canvas canvas, ReadOnlySpan<char> text, double x, double baseline)
    {
        var top = (int)Math.Round(baseline) - ascent;
        foreach (var letter in text)
        {
            var place = Place(letter);
            if (letter != ' ') (glyphs[place] ??= Glyph((char)(First + place))).Draw(canvas, (int)Math.Round(x) - margin, top);
            x += Advance(place);
        }
    }

    /// <summary>Draws a text so that it ends at <paramref name="right"/>.</summary>
    public void DrawRight(Canvas canvas, ReadOnlySpan<char> text, double right, double baseline) =>
        Draw(canvas, text, right - Width(text), baseline);

    /// <summary>Draws a text around a middle.</summary>
    public void DrawCentred(Canvas canvas, ReadOnlySpan<char> text, double middle, double baseline) =>
        Draw(canvas, text, middle - (Width(text) / 2), baseline);

    /// <summary>Draws as much of a text as fits into a width, two dots for the rest.</summary>
    public void DrawFitted(Canvas canvas, ReadOnlySpan<char> text, double x, double baseline, double width)
    {
        if (Width(text) <= width)
        {
            Draw(canvas, text, x, baseline);
            return;
        }

        var fits = CountInside(text, width - Width(".."));
        Draw(canvas, text[..fits], x, baseline);
        Draw(canvas, "..", x + Width(text[..fits]), baseline);
    }

    /// <summary>How many characters of a text make a line: up to its last space that still fits, or without one as many as fit.</summary>
    public int BreakAt(ReadOnlySpan<char> text, double width)
    {
        var fits = CountInside(text, width);
        if (fits == text.Length) return fits;
        var space = text[..(fits + 1)].LastIndexOf(' ');
        return Math.Max(1, space > 0 ? space : fits);
    }

    /// <summary>How many lines a text takes.</summary>
    public int LinesNeeded(ReadOnlySpan<char> text, double width)
    {
        var lines = 0;
        for (; !text.IsEmpty; lines++) text = text[BreakAt(text, width)..].TrimStart();
        return lines;
    }

    private int CountInside(ReadOnlySpan<char> text, double width)
    {
        var used = 0.0;
        for (var count = 0; count < text.Length; count++)
        {
            used += Advance(Place(text[count]));
            if (used > width) return count;
        }

        return text.Length;
    }

    private static int Place(char letter) => letter is >= First and <= Last ? letter - First : '?' - First;

    private double Advance(int place) => AdvancesAtScaleOne[place] * pen.Scale;

    private static double AdvanceAtScaleOne(int letter)
    {
        const int times = 10;
        const double scale = 10;
        var text = new string((char)letter, times);
        return (Cv2.GetTextSize(text, HersheyFonts.HersheySimplex, scale, thickness: 1, out _).Width - 1) / (times * scale);
    }

    private Sprite Glyph(char letter)
    {
        var width = (int)Math.Ceiling(Advance(letter - First)) + (2 * margin);
        var height = ascent + (int)Math.Ceiling(CapHeight * 0.45) + margin;
        using var coverage = Coverage(letter, pen.Stroke, width, height);
        using var around = pen.Outline is null ? coverage.Clone() : Coverage(letter, pen.Stroke + (2 * pen.Rim), width, height);
        using var bgra = new Mat(height, width, MatType.CV_8UC4);
        var rim = pen.Outline ?? pen.Colour;
        var inner = coverage.AsSpan<byte>();
        var outer = around.AsSpan<byte>();
        var pixels = bgra.AsSpan<Vec4b>();
        for (var i = 0; i < pixels.Length; i++)
        {
            var stroke = inner[i] / 255.0;
            var beside = Math.Max(0, (outer[i] / 255.0) - stroke);
            pixels[i] = new Vec4b(
                Level((pen.Colour.Blue * stroke) + (rim.Blue * beside)), Level((pen.Colour.Green * stroke) + (rim.Green * beside)),
                Level((pen.Colour.Red * stroke) + (rim.Red * beside)), Level((stroke + beside) * 255));
        }

        return Sprite.From(bgra);
    }

    private Mat Coverage(char letter, double stroke, int width, int height)
    {
        using var canvas = new Mat(height * Oversampling, width * Oversampling, MatType.CV_8UC1, Scalar.Black);
        Cv2.PutText(
            canvas, letter.ToString(), new Point(margin * Oversampling, ascent * Oversampling),
            HersheyFonts.HersheySimplex, pen.Scale * Oversampling,
            Scalar.White, Math.Max(1, (int)Math.Round(stroke * Oversampling)), LineTypes.AntiAlias);
        var small = new Mat();
        Cv2.Resize(canvas, small, new Size(width, height), 0, 0, InterpolationFlags.Area);
        return small;
    }

    private static byte Level(double value) => (byte)Math.Round(value);

    private sealed record Pen(double Scale, double Stroke, double Rim, Colour Colour, Colour? Outline);
}
