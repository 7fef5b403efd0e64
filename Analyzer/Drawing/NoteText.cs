using System.Globalization;
using System.Runtime.CompilerServices;

namespace Analyzer.Drawing;

/// <summary>
/// Interpolated string handler that formats one line of text on the stack, without allocating: numbers in the invariant culture, with a
/// real minus, as wide as a digit, and none before a zero. What does not fit into 128 characters is left out.
/// </summary>
[InterpolatedStringHandler]
internal ref struct NoteText
{
    private Buffer buffer;
    private int length;

    /// <summary>Called by the compiler.</summary>
    public NoteText(int literalLength, int formattedCount) => _ = literalLength + formattedCount;

    /// <summary>The line so far.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public ReadOnlySpan<char> Text => buffer[..length];

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string text) => AppendFormatted(text);

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(string text) => AppendFormatted(text.AsSpan());

    /// <summary>Adds a text.</summary>
    public void AppendFormatted(scoped ReadOnlySpan<char> text)
    {
        var fits = Math.Min(text.Length, Room.Length);
        text[..fits].CopyTo(Room);
        length += fits;
    }

    /// <summary>Adds a number.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : ISpanFormattable
    {
        if (!value.TryFormat(Room, out var written, format, CultureInfo.InvariantCulture)) return;
        var added = Room[..written];
        if (added.StartsWith("-") && !added.ContainsAnyInRange('1', '9'))
        {
            added[1..].CopyTo(added);
            written--;
        }

        added[..written].Replace('-', '−');
        length += written;
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private Span<char> Room => buffer[length..];

    [InlineArray(128)]
    private struct Buffer
    {
        private char first;
    }
}
