using System.CommandLine;
using Analyzer.Sessions;

namespace Analyzer.Commands;

/// <summary>The options that say which rewards to show.</summary>
internal sealed class RewardOptions
{
    private readonly Option<string?> file = new("--rewards")
    {
        Description = "Reward components, a JSON object of name and expression [default: rewards.json in the model folder].",
        HelpName = "FILE",
    };

    private readonly Option<string[]> components = new("--reward")
    {
        Description = "A further reward component; may be given more than once.",
        HelpName = "NAME=EXPR",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> function = new("--reward-function")
    {
        Description = "A Python file whose reward_function(params) is run over the log.",
        HelpName = "FILE.py",
    };

    private readonly Option<string?> track = new("--track")
    {
        Description = "The track's centre, inner and outer line, for distances from them.",
        HelpName = "FILE.npy",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(components);
        command.Options.Add(function);
        command.Options.Add(track);
    }

    /// <summary>What the user gave.</summary>
    public RewardSelection Read(ParseResult line) => new(
        line.GetValue(file), [.. line.GetValue(components) ?? []], line.GetValue(function), line.GetValue(track));
}
