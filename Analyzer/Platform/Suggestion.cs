namespace Analyzer.Platform;

/// <summary>"Did you mean ...?": finds the known word nearest to an unknown one, by edit distance.</summary>
internal static class Suggestion
{
    private const int MaxLetters = 40;

    /// <summary>The question to add to a message (<c>; did you mean render?</c>), or nothing where no word is near.</summary>
    /// <param name="word">What was given.</param>
    /// <param name="known">What could have been.</param>
    /// <param name="quote">What stands round the word.</param>
    public static string For(string word, IEnumerable<string> known, string quote = "")
    {
        var nearest = known.MinBy(candidate => Distance(word, candidate));
        var limit = word.Length < 3 ? 0.5 : Math.Max(1, Math.Min(word.Length, MaxLetters) / 3);
        return nearest is not null && Distance(word, nearest) <= limit ? $"; did you mean {quote}{nearest}{quote}?" : "";
    }

    // Two neighbours in each other's place are one slip, not two.
    private static bool IsSwapped(string from, string to) => Enumerable.Range(0, Math.Max(0, from.Length - 1))
        .Any(i => to.Length == from.Length && to == $"{from[..i]}{from[i + 1]}{from[i]}{from[(i + 2)..]}");

    // Levenshtein: letters to insert, drop or change (a change of case is half as far), over the words' first letters.
    private static double Distance(string from, string to)
    {
        if (IsSwapped(from, to)) return 1;
        (from, to) = (from[..Math.Min(from.Length, MaxLetters)], to[..Math.Min(to.Length, MaxLetters)]);
        var row = Enumerable.Range(0, to.Length + 1).Select(i => (double)i).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] + 1);
            row[0] = left;
            for (var j = 0; j < to.Length; j++)
            {
                var change = from[i] == to[j] ? 0 : char.ToLowerInvariant(from[i]) == char.ToLowerInvariant(to[j]) ? 0.5 : 1;
                left = Math.Min(diagonal + change, Math.Min(left, row[j + 1]) + 1);
                (diagonal, row[j + 1]) = (row[j + 1], left);
            }
        }

        return row[^1];
    }
}
