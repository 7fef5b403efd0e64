using System.Text;
using Analyzer.Playback;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback;

public sealed class ReadmeKeysTests
{
    private const string Start = "<!-- keys -->\n";
    private const string End = "<!-- /keys -->";

    private static readonly string Readme = Path.Combine(SharedFiles.RepositoryRoot, "README.md");

    [Fact]
    public void The_readme_lists_the_keys_of_the_key_table()
    {
        var text = File.ReadAllText(Readme);
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            text = text[..start] + Table() + text[end..];
            File.WriteAllBytes(Readme, Encoding.UTF8.GetBytes(text));
            end = start + Table().Length;
        }

        Assert.Equal(Table(), text[start..end]);
    }

    private static string Table()
    {
        var lines = KeyMap.Rows.Select(row => $"| {row.Keys} | {row.Description} | {row.Range} |\n");
        return "| key | does | limits, default |\n|---|---|---|\n" + string.Concat(lines);
    }
}
