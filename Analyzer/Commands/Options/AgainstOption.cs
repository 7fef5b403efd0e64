using System.CommandLine;
using Analyzer.Sessions;

namespace Analyzer.Commands.Options;

/// <summary>The option that names another run to compare laps with.</summary>
internal sealed class AgainstOption
{
    private readonly Option<string[]> paths = new(ReferenceRun.Option)
    {
        Description = "Other runs, folders of any depth or archives: compare laps with the best one on this track.",
        HelpName = "PATH...",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(paths);

    /// <summary>What the user gave; null for nothing.</summary>
    public IReadOnlyList<string>? Read(ParseResult line) => line.GetValue(paths) is { Length: > 0 } given ? given : null;
}
