using System.CommandLine;
using Analyzer.Overlays;
using Analyzer.Sessions;

namespace Analyzer.Commands.Options;

/// <summary>The options that say what of a run is shown, and beside what.</summary>
internal sealed class ViewOptions
{
    /// <summary>The option that shows two laps side by side.</summary>
    public const string CompareName = "--compare";

    private readonly Option<bool> compare = new(CompareName)
    {
        Description = "Show each lap beside the best one, or the best of --against, both at the same progress.",
    };

    /// <summary>Shows the joined lap alone.</summary>
    public Option<bool> Joined { get; } = new(ReportSource.JoinedOption)
    {
        Description = "Show the report's joined lap: its pieces one after the other, with a mark at each join.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(compare);
        command.Options.Add(Joined);
    }

    /// <summary>Whether what is to be shown is known only once the whole video has been read.</summary>
    public bool NeedsReadFrames(ParseResult line) => line.GetValue(compare) || line.GetValue(Joined);

    /// <summary>The settings as the user wants them.</summary>
    /// <exception cref="Platform.RunException">There is no joined lap to show.</exception>
    public OverlaySettings Apply(ParseResult line, Session session) => session.Settings with
    {
        Compare = line.GetValue(compare),
        Joined = line.GetValue(Joined) ? ReportSource.JoinedOf(session) : null,
    };
}
