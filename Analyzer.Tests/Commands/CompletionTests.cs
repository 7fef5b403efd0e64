using Analyzer.Commands;
using Analyzer.Platform;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Commands;

/// <summary>What a shell is told that asks how a line may go on.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("analyzer re", "render report")]
    [InlineData("analyzer render --fr", "--from")]
    [InlineData("analyzer export --tr", "--track")]
    [InlineData("analyzer xyz", "")]
    [InlineData("analyzer ./my-run --re", "--reward --reward-function --rewards")]
    [InlineData("analyzer --model my-run --qu", "--quit-at-end")]
    [InlineData("analyzer --mo", "--model")]
    [InlineData("analyzer --ver", "--verbose --version")]
    public void A_shell_is_told_how_a_line_may_go_on(string line, string expected)
    {
        using var output = new TestConsole();
        using var errors = new TestConsole();
        var runner = AllCommands.Runner(new Terminal(output, errors, TimeProvider.System), TimeProvider.System);

        var code = runner.Run([$"[suggest:{line.Length}]", line], TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(expected, string.Join(' ', output.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(errors.Output);
    }
}
