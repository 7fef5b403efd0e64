namespace Analyzer.Logs.Sources;

/// <summary>What a run was driven for.</summary>
internal enum RunKind
{
    /// <summary>An evaluation: the policy's best action each time.</summary>
    Evaluation,

    /// <summary>A submission to a race: driven like an evaluation.</summary>
    League,

    /// <summary>A training: actions are drawn at random, by the policy's weights.</summary>
    Training,
}
