using Analyzer.Platform;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Platform;

/// <summary>A message stays one readable line, however long the names in it.</summary>
public sealed class MessageLineTests
{
    private static readonly string Shown = new string('n', 100) + "...";

    public static TheoryData<string, string> Messages => new()
    {
        { "a.csv: there is no such file", "a.csv: there is no such file" },
        { $"{Name(251)}.zip!{Name(254)}: not read", $"{Name(251)}.zip!{Name(254)}: not read" },
        { $"a.zip!b/{Name(3_000)}.csv, line 2: it is odd.", $"a.zip!b/{Shown}, line 2: it is odd." },
        { $"2 others: --evaluation N (1 {Name(3_000)}/x, 2 {Name(256)}).", $"2 others: --evaluation N (1 {Shown}/x, 2 {Shown})." },
        { $"{Name(3_000)}\n1 + +\n   ^", $"{Shown}\n1 + +\n   ^" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void Overlong_names_are_cut_off(string message, string shown) => Assert.Equal(shown, MessageLine.Shortened(message));

    [Fact]
    public void Of_an_overlong_line_the_beginning_and_the_end_are_left()
    {
        var line = MessageLine.Shortened($"a.csv: {string.Join(' ', Enumerable.Repeat("word", 5_000))}; correct it.");

        Assert.Equal(1_000, line.Length);
        Assert.StartsWith("a.csv: word word", line, StringComparison.Ordinal);
        Assert.EndsWith("word word; correct it.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_and_errors_all_go_this_way()
    {
        using var output = new TestConsole();
        using var messages = new TestConsole();
        var terminal = new Terminal(output, messages, TimeProvider.System);

        terminal.Remark(Name(3_000));
        terminal.Error(Name(3_000));

        Assert.Equal(Shown + Shown, messages.Output.ReplaceLineEndings(""));
    }

    private static string Name(int letters) => new('n', letters);
}
