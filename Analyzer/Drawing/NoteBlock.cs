namespace Analyzer.Drawing;

/// <summary>Lines of text under each other.</summary>
public ref struct NoteBlock
{
    private readonly Canvas canvas;
    private readonly double x;
    private double baseline;

    /// <summary>Starts a block with its top left corner at a point.</summary>
    public NoteBlock(Canvas canvas, double x, double top, TextRenderer lettering)
    {
        this.canvas = canvas;
        this.x = x;
        baseline = top + lettering.CapHeight;
    }

    /// <summary>Adds a line.</summary>
    public void Line(TextRenderer lettering, NoteText text)
    {
        lettering.Draw(canvas, text.Text, x, baseline);
        baseline += lettering.LineHeight;
    }
}
