using System.Text;

namespace Analyzer.Platform;

/// <summary>Tells what a text is encoded in, and gives it in UTF-8.</summary>
internal static class TextEncoding
{
    /// <summary>Whether a text is in UTF-16, which is what Windows' consoles and editors write, with or without its mark.</summary>
    public static bool IsUtf16(byte[] text) => Utf16Of(text) is not null;

    /// <summary>A text in UTF-8, whatever it is in; its byte order mark is kept.</summary>
    public static byte[] InUtf8(byte[] text) => Utf16Of(text) is { } encoding ? Encoding.Convert(encoding, Encoding.UTF8, text) : text;

    /// <summary>A text in UTF-8 without the byte order marks before it, of which editors and scripts put one before another.</summary>
    public static ReadOnlyMemory<byte> WithoutMarks(ReadOnlyMemory<byte> text)
    {
        var mark = Encoding.UTF8.Preamble;
        while (text.Span.StartsWith(mark)) text = text[mark.Length..];
        return text;
    }

    private static Encoding? Utf16Of(byte[] text) => text switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ when HasLettersAt(0, text) => Encoding.Unicode,
        _ when HasLettersAt(1, text) => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>
    /// Whether every other byte is a Latin letter, a digit or a sign, and those between are 0: the first two, and most of those after.
    /// </summary>
    private static bool HasLettersAt(int first, byte[] text)
    {
        const int Fewest = 8;
        const int Most = 256;
        if (text.Length < Fewest) return false;
        bool IsLatin(int place) => text[place + 1 - first] == 0 && text[place + first] is > 0 and <= 0x7E;
        var pairs = Math.Min(text.Length, Most) / 2;
        return IsLatin(0) && IsLatin(2) && Enumerable.Range(0, pairs).Count(pair => IsLatin(pair * 2)) * 4 >= pairs * 3;
    }
}
