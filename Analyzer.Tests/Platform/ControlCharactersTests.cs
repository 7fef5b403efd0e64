using Analyzer.Platform;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Platform;

/// <summary>What comes from files, names and Python can't steer the terminal.</summary>
public sealed class ControlCharactersTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "plain, ä, 赤, 👍", "plain, ä, 赤, 👍" },
        { "\u001b[2J", "\\x1b[2J" },
        { "\u009b2J\u0007\u007f", "\\x9b2J\\x07\\x7f" },
        { "a\nb\rc\td", "a\\nb\\rc\\td" },
        { "\u202egnp.exe", "\\u202egnp.exe" },
        { "half \ud83d", "half \ufffd" },
        { "\u2028", "\\u2028" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_control_character_is_shown_by_its_code(string text, string shown) => Assert.Equal(shown, ControlCharacters.Escape(text));

    [Fact]
    public void Lines_of_our_own_stay() => Assert.Equal("a\nb\\x1b", ControlCharacters.EscapeInLines("a\nb\u001b"));

    [Fact]
    public void Results_remarks_errors_and_tables_all_go_this_way()
    {
        using var output = new TestConsole();
        using var messages = new TestConsole();
        var terminal = new Terminal(output, messages, TimeProvider.System);

        terminal.Remark("\u001b[2Jone\nline");
        terminal.Error("\u001b]0;title\u0007");
        terminal.Output.WriteLine("\u001b[31m");
        terminal.Output.Write(new Table().AddColumn("\u001bH").AddRow(Markup.Escape("\u009b[m")));

        Assert.DoesNotContain(output.Output + messages.Output, letter => char.IsControl(letter) && letter != '\n');
        Assert.Contains("\\x1b[2Jone\\nline", messages.Output, StringComparison.Ordinal);
        Assert.Contains("\\x1b[31m", output.Output, StringComparison.Ordinal);
    }
}
