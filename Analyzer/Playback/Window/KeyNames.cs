namespace Analyzer.Playback.Window;

/// <summary>
/// Names of keys, the same on every system: <c>A</c> to <c>Z</c> in either case, signs as they are, and words for the rest.
/// </summary>
internal static class KeyNames
{
    private const int WithoutModifiers = 0xFFFF;

    /// <summary>GTK's key values (gdkkeysyms.h), then Windows' and macOS' as OpenCV hands them out.</summary>
    private static readonly Dictionary<int, string> Named = new()
    {
        [27] = "Esc",
        [32] = "Space",
        [10] = "Enter",
        [13] = "Enter",
        [0xFF8D] = "Enter",
        [0xFF50] = "Home",
        [0xFF51] = "Left",
        [0xFF53] = "Right",
        [0xFF57] = "End",
        [0xFF95] = "Home",
        [0xFF96] = "Left",
        [0xFF98] = "Right",
        [0xFF9C] = "End",
        [0x240000] = "Home",
        [0x250000] = "Left",
        [0x270000] = "Right",
        [0x230000] = "End",
        [0xF729] = "Home",
        [0xF702] = "Left",
        [0xF703] = "Right",
        [0xF72B] = "End",
    };

    private static readonly string[] Signs = [.. Enumerable.Range(0, 127).Select(code => ((char)code).ToString().ToUpperInvariant())];

    /// <summary>The name of the key behind a code.</summary>
    /// <param name="code">What <c>WaitKeyEx</c> gives, modifiers included.</param>
    /// <returns>Null where no key was pressed, or only a modifier or one that means nothing here.</returns>
    public static string? Of(int code)
    {
        if (code < 0) return null;
        if (Named.TryGetValue(code, out var name)) return name;
        var plain = code & WithoutModifiers;
        if (Named.TryGetValue(plain, out name)) return name;
        if (plain is >= 0xFFB0 and <= 0xFFB9) return Signs[plain - 0xFFB0 + '0'];
        if (plain is > ' ' and < 127) return Signs[plain];
        return plain > 127 && !IsModifier(plain) ? "other" : null;
    }

    // Shift to Super, AltGr and its kin (some keyboards have [ and ] there), Mode switch and Num Lock, Scroll Lock.
    private static bool IsModifier(int code) =>
        code is (>= 0xFFE1 and <= 0xFFEE) or (>= 0xFE01 and <= 0xFE13) or 0xFF7E or 0xFF7F or 0xFF14;
}
