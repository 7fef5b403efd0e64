using System.CommandLine;
using Analyzer.Rewards;
using Analyzer.Sessions.Components;

namespace Analyzer.Commands.Options;

/// <summary>The options that say which rewards to show.</summary>
internal sealed class RewardOptions
{
    /// <summary>The options that bring components.</summary>
    public static readonly string[] Names = ["--rewards", "--reward", "--reward-function"];

    private readonly Option<string?> file = new(Names[0])
    {
        Description = "Reward components, a JSON object of name and expression [default: rewards.json in the model folder].",
        HelpName = "FILE",
    };

    private readonly Option<string[]> components = new(Names[1])
    {
        Description = "A further reward component; may be given more than once.",
        HelpName = "NAME=EXPR",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> function = new(Names[2])
    {
        Description = "A Python file whose reward_function(params) is run over the log.",
        HelpName = "FILE.py",
    };

    private readonly Option<string?> track = new(RewardSelection.TrackOption)
    {
        Description = "The track's centre, inner and outer line, for distances [default: the .npy in the model folder that fits].",
        HelpName = "FILE.npy",
    };

    private readonly Option<string?> line = new("--line")
    {
        Description = "A racing line, N x 2: drawn on the map, and distance_from_line in expressions.",
        HelpName = "FILE.npy",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(components);
        command.Options.Add(function);
        command.Options.Add(track);
        command.Options.Add(line);
        components.Validators.Add(given =>
        {
            foreach (var token in given.Tokens)
                if (RewardComponent.FaultOf(token.Value) is { } fault) given.AddError(fault);
        });
    }

    /// <summary>What the user gave.</summary>
    public RewardSelection Read(ParseResult given) => new(
        given.GetValue(file), [.. given.GetValue(components) ?? []], given.GetValue(function), given.GetValue(track), given.GetValue(line));
}
