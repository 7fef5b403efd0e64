using System.Text.RegularExpressions;
using Analyzer.Commands;
using Analyzer.Platform;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Commands;

/// <summary>What the README says of commands and messages, beside what the program has.</summary>
public sealed partial class ReadmeCommandsTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md"));

    [Theory]
    [InlineData("play")]
    [InlineData("scan")]
    [InlineData("render")]
    [InlineData("export")]
    [InlineData("report")]
    [InlineData("runs")]
    [InlineData("benchmark")]
    public void The_readme_lists_the_options_of_a_command(string command)
    {
        var line = Line($@"analyzer \[?{command}\]?")
            .Replace("RUN", Line("RUN *="), StringComparison.Ordinal)
            .Replace("[REWARDS]", Line("REWARDS *="), StringComparison.Ordinal)
            .Replace("-o ", "--output ", StringComparison.Ordinal);

        Assert.Equal(
            OptionsOf(command).Except(["--help", "--verbose"]),
            Option().Matches(line).Select(option => option.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_readme_explains_is_what_the_program_says()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SharedFiles.RepositoryRoot, "Analyzer"), "*.cs", SearchOption.AllDirectories);
        var sources = string.Concat(files.Select(File.ReadAllText));
        var table = Readme[Readme.IndexOf("| message |", StringComparison.Ordinal)..];
        var messages = Message().Matches(table[..table.IndexOf("\n\n", StringComparison.Ordinal)]).Select(row => row.Value).ToArray();

        Assert.NotEmpty(messages);
        Assert.All(
            messages.SelectMany(row => Quoted().Matches(row)).SelectMany(quoted => quoted.Groups[1].Value.Split(" ... ")),
            words => Assert.Contains(words, sources, StringComparison.Ordinal));
    }

    private static string Line(string start) => Regex.Match(Readme, $"^    {start}.*$", RegexOptions.Multiline).Value;

    private static string[] OptionsOf(string command)
    {
        using var output = new TestConsole();
        var line = $"analyzer {command} --";
        AllCommands.Runner(new Terminal(output, output, TimeProvider.System), TimeProvider.System)
            .Run([$"[suggest:{line.Length}]", line], TestContext.Current.CancellationToken);
        return output.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToArray();
    }

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"^\| "".*?\|", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
