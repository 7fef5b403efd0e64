using System.CommandLine;
using Analyzer.Platform;

namespace Analyzer.Commands.Options;

/// <summary>The option <c>--json</c>: one JSON object on the standard output, and nothing else there.</summary>
internal sealed class JsonOption
{
    private readonly Option<bool> json = new("--json") { Description = "Print one JSON object." };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(json);

    /// <summary>Prints a value as JSON where the user asked for it, with its names in camel case; else prints it for people.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="terminal">Where to.</param>
    /// <param name="value">What to print.</param>
    /// <param name="forPeople">Prints the same for people.</param>
    public void Print<T>(ParseResult line, Terminal terminal, T value, Action<T> forPeople)
    {
        if (line.GetValue(json)) terminal.Output.Profile.Out.Writer.WriteLine(JsonText.Of(value));
        else forPeople(value);
    }
}
