using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Sessions;

/// <summary>Takes a run's action space from the metadata that lies with it, else from its log.</summary>
/// <param name="terminal">Told why metadata are left out.</param>
internal sealed class ActionSpaceSource(Terminal terminal)
{
    /// <summary>The action space of a run.</summary>
    /// <param name="files">What belongs to the run.</param>
    /// <param name="trace">Its log, whose actions must be the metadata's.</param>
    public ActionSpace Of(EvaluationFiles files, SimTrace trace)
    {
        if (files.ActionSpacePath is not { } metadata) return ActionSpace.FromTrace(trace);
        const string Instead = "The actions shown are those that the log has.";
        try
        {
            var space = ActionSpace.FromMetadata(metadata);
            if (ActionSpaceFit.DifferenceOf(space, trace) is not { } difference) return space;
            terminal.Remark($"{metadata} is left out, it is another training's: {difference}. {Instead}");
        }
        catch (RunException error)
        {
            terminal.Remark($"{error.Message} {Instead}");
        }

        return ActionSpace.FromTrace(trace);
    }
}
