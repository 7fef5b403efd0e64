using System.Globalization;
using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>
/// The program's font as a glyph atlas: Lato Medium, rasterised once by <c>scripts/font.sh</c> into an embedded picture, so that every
/// machine shows the same. Digits, plus and minus are of one width. A letter that it lacks is a box.
/// </summary>
internal sealed class FontAtlas
{
    private const string Name = "Lato-Medium";

    /// <summary>Light letters on a dark background look thinner than they are: coverage is raised to this power.</summary>
    private const double Gamma = 0.78;

    private static readonly Lazy<FontAtlas> Shared = new(Load);

    private readonly byte[] pixels;
    private readonly int stride;
    private readonly int columns;
    private readonly Size cell;
    private readonly Point origin;
    private readonly int capHeight;
    private readonly Dictionary<char, int> places = [];
    private readonly double[] advances;

    private FontAtlas(byte[] pixels, int stride, int[] geometry, (char Letter, double Advance)[] letters)
    {
        (this.pixels, this.stride, columns) = (pixels, stride, geometry[0]);
        (cell, origin, capHeight) = (new Size(geometry[1], geometry[2]), new Point(geometry[3], geometry[4]), geometry[5]);
        advances = [.. letters.Select(letter => letter.Advance)];
        for (var place = 1; place < letters.Length; place++) places[letters[place].Letter] = place;
    }

    /// <summary>The program's only font, loaded once.</summary>
    public static FontAtlas Lato => Shared.Value;

    /// <summary>How many letters there are, the box among them.</summary>
    public int Count => advances.Length;

    /// <summary>A letter's place, from 0 to below <see cref="Count"/>: 0, the box, where the font lacks it.</summary>
    public int PlaceOf(char letter) => places.GetValueOrDefault(letter);

    /// <summary>From a letter's origin to the next one's, in heights of a capital letter.</summary>
    public double AdvanceOf(int place) => advances[place];

    /// <summary>Draws a letter.</summary>
    /// <param name="place">The letter's place.</param>
    /// <param name="capHeight">Height of a capital letter, pixels.</param>
    /// <param name="shift">How far to the right of a whole pixel it begins, 0 to 1 pixels.</param>
    /// <param name="colour">Its colour.</param>
    /// <returns>The letter, and where its top left corner lies from its origin on the baseline.</returns>
    public (Sprite Sprite, Point Offset) Draw(int place, double capHeight, double shift, Colour colour)
    {
        var size = capHeight / this.capHeight;
        var left = (int)Math.Ceiling(origin.X * size) + 1;
        var baseline = (int)Math.Ceiling(origin.Y * size) + 1;
        var (width, height) = (left + (int)Math.Ceiling((cell.Width - origin.X) * size) + 2,
            baseline + (int)Math.Ceiling((cell.Height - origin.Y) * size) + 1);
        using var bgra = new Mat(height, width, MatType.CV_8UC4);
        var drawn = bgra.AsSpan<Vec4b>();
        var (tall, wide) = (Spans(height, baseline, origin.Y, size, cell.Height), Spans(width, left + shift, origin.X, size, cell.Width));
        for (var i = 0; i < drawn.Length; i++)
        {
            var coverage = Math.Pow(Coverage(place, wide[i % width], tall[i / width]), Gamma);
            drawn[i] = new Vec4b(
                Level(colour.Blue * coverage), Level(colour.Green * coverage), Level(colour.Red * coverage), Level(255 * coverage));
        }

        return (Sprite.From(bgra), new Point(-left, -baseline));
    }

    private static byte Level(double value) => (byte)Math.Round(value);

    // What each pixel drawn covers of a cell, in the cell's pixels.
    private static (double From, double To)[] Spans(int count, double drawnOrigin, double cellOrigin, double size, int end) =>
    [
        .. Enumerable.Range(0, count).Select(i => (
            Math.Clamp(((i - drawnOrigin) / size) + cellOrigin, 0, end), Math.Clamp(((i + 1 - drawnOrigin) / size) + cellOrigin, 0, end))),
    ];

    private double Coverage(int place, (double From, double To) across, (double From, double To) down)
    {
        var area = (across.To - across.From) * (down.To - down.From);
        if (area <= 0) return 0;
        var (left, top) = (place % columns * cell.Width, place / columns * cell.Height);
        var sum = 0.0;
        for (var y = (int)down.From; y < down.To; y++)
        {
            var row = (Math.Min(y + 1, down.To) - Math.Max(y, down.From)) / 255;
            for (var x = (int)across.From; x < across.To; x++)
                sum += pixels[((top + y) * stride) + left + x] * row * (Math.Min(x + 1, across.To) - Math.Max(x, across.From));
        }

        return Math.Min(1, sum / area);
    }

    private static FontAtlas Load()
    {
        using var picture = Cv2.ImDecode(Resource(".png").ToArray(), ImreadModes.Grayscale);
        using var table = new StreamReader(Resource(".csv"));
        var lines = table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new FontAtlas(
            picture.AsSpan<byte>().ToArray(), picture.Width,
            [.. lines[1].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))],
            [.. lines.Skip(3).Select(line => line.Split(',')).Select(cells => (
                (char)int.Parse(cells[0], CultureInfo.InvariantCulture), double.Parse(cells[1], CultureInfo.InvariantCulture)))]);
    }

    private static MemoryStream Resource(string extension)
    {
        using var stream = typeof(FontAtlas).Assembly.GetManifestResourceStream(Name + extension)!;
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
