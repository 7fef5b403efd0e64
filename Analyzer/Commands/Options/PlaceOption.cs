using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Analyzer.Sessions;

namespace Analyzer.Commands.Options;

/// <summary>The option that names a place of the run to begin at.</summary>
internal sealed class PlaceOption
{
    private const string Name = "--at";

    private readonly Option<Place?> place = new(Name)
    {
        Description = "Where to begin: lap:N or section:N as `report` numbers them, row:N of the log or frame:N of the video, both from 0.",
        HelpName = "PLACE",
        CustomParser = Parse,
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(place);

    /// <summary>What the user gave; null for nothing.</summary>
    public Place? Read(ParseResult line) => line.GetValue(place);

    private static Place? Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var parts = word.Split(':');
        if (parts.Length == 2
            && Enum.GetNames<PlaceKind>().FirstOrDefault(name => name.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) is { } name
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Place(Enum.Parse<PlaceKind>(name), number);
        }

        result.AddError($"{Name} {word}: expected lap:N, section:N, row:N or frame:N, such as lap:2.");
        return null;
    }
}
