using System.CommandLine;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary>The option that names another run to compare laps with.</summary>
internal sealed class AgainstOption
{
    private readonly Option<string?> folder = new(ReferenceRun.Option)
    {
        Description = "Another run on the same track: compare laps with the best one of its newest evaluation.",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(folder);

    /// <summary>What the user gave; null for nothing.</summary>
    public string? Read(ParseResult line) => line.GetValue(folder);
}
