using System.Globalization;
using System.Text;

namespace Analyzer.Platform;

/// <summary>
/// Escapes control and bidirectional formatting characters in texts from files, file names, logs and Python, so that they can't inject
/// escape sequences into the terminal: each is shown by its code, such as <c>\x1b</c>.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>A text of one line: line feeds are shown too.</summary>
    public static string Escape(string text) => Escape(text, keepsLines: false);

    /// <summary>A text that may have several lines of this program's own.</summary>
    public static string EscapeInLines(string text) => Escape(text, keepsLines: true);

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.Any(letter => IsControl(letter, keepsLines) || char.IsSurrogate(letter))) return text;
        var shown = new StringBuilder(text.Length + 16);
        for (var place = 0; place < text.Length; place++)
        {
            var isPair = char.IsSurrogatePair(text, place);
            if (isPair) shown.Append(text, place++, 2);
            else if (char.IsSurrogate(text[place])) shown.Append(Rune.ReplacementChar);
            else if (IsControl(text[place], keepsLines)) shown.Append(Code(text[place]));
            else shown.Append(text[place]);
        }

        return shown.ToString();
    }

    private static bool IsControl(char letter, bool keepsLines) =>
        (char.IsControl(letter) && !(keepsLines && letter == '\n'))
        || letter is '\u2028' or '\u2029'
        || (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.Format && letter != '\u200d');

    private static string Code(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= '\xff' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)letter:x2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
    };
}
