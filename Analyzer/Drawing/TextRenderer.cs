namespace Analyzer.Drawing;

/// <summary>
/// Draws text in one size and colour. Each glyph is rasterised when it is first needed, at quarters of a pixel, and cached as a sprite.
/// </summary>
/// <param name="capHeight">Height of a capital letter in pixels.</param>
/// <param name="colour">Its colour.</param>
internal sealed class TextRenderer(double capHeight, Colour colour)
{
    private const int Shifts = 4;
    private const string Ellipsis = "…";

    private readonly FontAtlas font = FontAtlas.Lato;
    private readonly (Sprite Sprite, OpenCvSharp.Point Offset)?[] glyphs = new (Sprite, OpenCvSharp.Point)?[FontAtlas.Lato.Count * Shifts];

    /// <summary>Height of a capital letter in pixels.</summary>
    public double CapHeight => capHeight;

    /// <summary>From one line's baseline to the next, in pixels.</summary>
    public int LineHeight { get; } = (int)Math.Round(capHeight * 1.9);

    /// <summary>Width of a text in pixels.</summary>
    public double Width(ReadOnlySpan<char> text)
    {
        var width = 0.0;
        foreach (var letter in text) width += font.AdvanceOf(font.PlaceOf(letter));
        return width * capHeight;
    }

    /// <summary>Width of a text in pixels.</summary>
    public double Width(NoteText text) => Width(text.Text);

    /// <summary>Draws a text with its baseline's left end at a point.</summary>
    public void Draw(Canvas canvas, ReadOnlySpan<char> text, double x, double baseline)
    {
        var line = (int)Math.Round(baseline);
        foreach (var letter in text)
        {
            var place = font.PlaceOf(letter);
            if (letter != ' ') Draw(canvas, place, (int)Math.Round(x * Shifts), line);
            x += font.AdvanceOf(place) * capHeight;
        }
    }

    /// <summary>Draws a text with its baseline's left end at a point.</summary>
    public void Draw(Canvas canvas, NoteText text, double x, double baseline) => Draw(canvas, text.Text, x, baseline);

    /// <summary>Draws a text so that it ends at <paramref name="right"/>.</summary>
    public void DrawRight(Canvas canvas, ReadOnlySpan<char> text, double right, double baseline) =>
        Draw(canvas, text, right - Width(text), baseline);

    /// <summary>Draws a text so that it ends at <paramref name="right"/>.</summary>
    public void DrawRight(Canvas canvas, NoteText text, double right, double baseline) => DrawRight(canvas, text.Text, right, baseline);

    /// <summary>Draws a text around a middle.</summary>
    public void DrawCentred(Canvas canvas, ReadOnlySpan<char> text, double middle, double baseline) =>
        Draw(canvas, text, middle - (Width(text) / 2), baseline);

    /// <summary>Draws a text around a middle.</summary>
    public void DrawCentred(Canvas canvas, NoteText text, double middle, double baseline) =>
        DrawCentred(canvas, text.Text, middle, baseline);

    /// <summary>Draws as much of a text as fits into a width: its beginning and its end, which tell names apart.</summary>
    /// <returns>The width used.</returns>
    public double DrawFitted(Canvas canvas, ReadOnlySpan<char> text, double x, double baseline, double width)
    {
        var whole = Width(text);
        if (whole <= width)
        {
            Draw(canvas, text, x, baseline);
            return whole;
        }

        var room = width - Width(Ellipsis);
        if (room <= 0) return 0;
        var head = text[..CountInside(text, room * 0.6)];
        var tail = text[head.Length..];
        while (Width(head) + Width(tail) > room && !tail.IsEmpty) tail = tail[1..];
        Draw(canvas, head, x, baseline);
        var cut = x + Width(head);
        Draw(canvas, Ellipsis, cut, baseline);
        Draw(canvas, tail, cut + Width(Ellipsis), baseline);
        return width;
    }

    /// <summary>Draws as much of a text as fits into a width: its beginning and its end.</summary>
    public double DrawFitted(Canvas canvas, NoteText text, double x, double baseline, double width) =>
        DrawFitted(canvas, text.Text, x, baseline, width);

    /// <summary>Draws a text in lines of a width, the last one cut where there would be more than <paramref name="maxLines"/>.</summary>
    public void DrawWrapped(Canvas canvas, ReadOnlySpan<char> text, double x, double baseline, double width, int maxLines)
    {
        for (var line = 1; !text.IsEmpty; line++, baseline += LineHeight)
        {
            if (line == maxLines)
            {
                DrawFitted(canvas, text, x, baseline, width);
                return;
            }

            var end = BreakAt(text, width);
            Draw(canvas, text[..end], x, baseline);
            text = text[end..].TrimStart();
        }
    }

    /// <summary>How many lines a text takes.</summary>
    public int LinesNeeded(ReadOnlySpan<char> text, double width)
    {
        var lines = 0;
        for (; !text.IsEmpty; lines++) text = text[BreakAt(text, width)..].TrimStart();
        return lines;
    }

    private int BreakAt(ReadOnlySpan<char> text, double width)
    {
        var fits = CountInside(text, width);
        if (fits == text.Length) return fits;
        var space = text[..(fits + 1)].LastIndexOf(' ');
        return Math.Max(1, space > 0 ? space : fits);
    }

    private int CountInside(ReadOnlySpan<char> text, double width)
    {
        var used = 0.0;
        for (var count = 0; count < text.Length; count++)
        {
            used += font.AdvanceOf(font.PlaceOf(text[count])) * capHeight;
            if (used > width) return count;
        }

        return text.Length;
    }

    private void Draw(Canvas canvas, int place, int quarters, int line)
    {
        var shift = ((quarters % Shifts) + Shifts) % Shifts;
        ref var glyph = ref glyphs[(place * Shifts) + shift];
        var (sprite, offset) = glyph ??= font.Draw(place, capHeight, (double)shift / Shifts, colour);
        sprite.Draw(canvas, ((quarters - shift) / Shifts) + offset.X, line + offset.Y);
    }
}
