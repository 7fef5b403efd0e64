using System.CommandLine;
using Analyzer.Overlays;

namespace Analyzer.Commands;

/// <summary>The option that shows the compared lap beside this lap.</summary>
internal sealed class CompareOption
{
    private readonly Option<bool> compare = new("--compare")
    {
        Description = "Show each lap beside the best one, or the best of --against, both at the same progress.",
    };

    /// <summary>Adds the option to a command.</summary>
    public void AddTo(Command command) => command.Options.Add(compare);

    /// <summary>The settings as the user wants them.</summary>
    public OverlaySettings Apply(ParseResult line, OverlaySettings settings) => settings with { Compare = line.GetValue(compare) };
}
