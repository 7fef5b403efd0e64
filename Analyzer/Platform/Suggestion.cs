namespace Analyzer.Platform;

/// <summary>Finds the word that was meant by a misspelt one.</summary>
public static class Suggestion
{
    /// <summary>As the end of a sentence: <c>; did you mean render?</c>, or nothing where no word is near.</summary>
    /// <param name="word">What was given.</param>
    /// <param name="words">What could have been.</param>
    public static string For(string word, IEnumerable<string> words)
    {
        var near = words.Where(known => Distance(word, known) <= Math.Max(1, word.Length / 3)).MinBy(known => Distance(word, known));
        return near is null ? "" : $"; did you mean {near}?";
    }

    /// <summary>Letters to put in, take out or exchange (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var before = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var now = new int[before.Length];
            now[0] = before[0] + 1;
            for (var i = 1; i < now.Length; i++)
                now[i] = Math.Min(Math.Min(now[i - 1], before[i]) + 1, before[i - 1] + (letter == to[i - 1] ? 0 : 1));
            before = now;
        }

        return before[^1];
    }
}
