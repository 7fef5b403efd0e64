using System.Globalization;
using System.Text;

namespace Analyzer.Platform;

/// <summary>
/// Texts from files, file names, logs and Python as they may reach a terminal: what would steer it, or turn the direction of reading, is
/// shown by its code instead, such as <c>\x1b</c>.
/// </summary>
internal static class Visible
{
    /// <summary>A text of one line: line feeds are shown too.</summary>
    public static string Of(string text) => Show(text, keepsLines: false);

    /// <summary>A text that may have several lines of this program's own.</summary>
    public static string OfLines(string text) => Show(text, keepsLines: true);

    private static string Show(string text, bool keepsLines)
    {
        if (!text.Any(letter => IsSteering(letter, keepsLines) || char.IsSurrogate(letter))) return text;
        var shown = new StringBuilder(text.Length + 16);
        for (var place = 0; place < text.Length; place++)
        {
            var isPair = char.IsSurrogatePair(text, place);
            if (isPair) shown.Append(text, place++, 2);
            else if (char.IsSurrogate(text[place])) shown.Append(Rune.ReplacementChar);
            else if (IsSteering(text[place], keepsLines)) shown.Append(Code(text[place]));
            else shown.Append(text[place]);
        }

        return shown.ToString();
    }

    private static bool IsSteering(char letter, bool keepsLines) =>
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
