using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Analyzer.Laps;

namespace Analyzer.Reports.Analyses;

/// <summary>What all analyses found: the object that <c>report --json</c> prints, its properties in this order.</summary>
internal sealed record Report
{
    /// <summary>What to change, most worth first: at most six sentences.</summary>
    public ImmutableArray<VerdictSentence> Verdict { get; init; } = [];

    /// <summary>Whether the car drove at all; where it didn't there is nothing to measure.</summary>
    [JsonIgnore]
    public bool IsDriven { get; init; } = true;

    /// <summary>Every lap, in order of driving.</summary>
    public ImmutableArray<LapFigures> Laps { get; init; } = [];

    /// <summary>Number of the completed lap with the least official time; null where none was completed.</summary>
    public int? BestLap { get; init; }

    /// <summary>What the laps' starts are known from: metrics, clock or estimated.</summary>
    public string LapStart { get; init; } = "";

    /// <summary>The lap cut into straights and corners; empty for a training, whose episodes start anywhere.</summary>
    public ImmutableArray<SectionFigures> Sections { get; init; } = [];

    /// <summary>What the lap is cut by: the track's centre line or the driven line, "track" or "laps"; empty without sections.</summary>
    public string SectionsBy { get; init; } = "";

    /// <summary>Numbers of the sections, most recoverable first.</summary>
    public ImmutableArray<int> Opportunities { get; init; } = [];

    /// <summary>The best lap that can be put together of driven pieces; null with fewer than two completed laps.</summary>
    public JoinedLapFigures? Joined { get; init; }

    /// <summary>What each reset cost.</summary>
    public ImmutableArray<ResetLoss> Resets { get; init; } = [];

    /// <summary>Stretches that a lap drove far slower than the others.</summary>
    public ImmutableArray<SlowStretch> Slow { get; init; } = [];

    /// <summary>How often each action was chosen.</summary>
    public ImmutableArray<ActionFigures> Actions { get; init; } = [];

    /// <summary>By share of the steps, the least number of actions that make it up.</summary>
    public ImmutableSortedDictionary<string, int> Coverage { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Share of the driven steps whose steering is to the other side than the step's before.</summary>
    public double ZigZag { get; init; }

    /// <summary>A shorter action space; null where the space is continuous.</summary>
    public ActionCut? Cut { get; init; }

    /// <summary>Actions that want another value.</summary>
    public ImmutableArray<RevaluedAction> Revalue { get; init; } = [];

    /// <summary>The logged reward, then each component, the reward function among them.</summary>
    public ImmutableArray<RewardFigures> Rewards { get; init; } = [];

    /// <summary>The reward as a whole: the reward function's result, else the sum of the components; null without any.</summary>
    [JsonIgnore]
    public RewardFigures? Whole { get; init; }

    /// <summary>The names of the components that make up <see cref="Whole"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>How regularly the car decided.</summary>
    public StepFigures? Steps { get; init; }

    /// <summary>A training's iterations; null for an evaluation.</summary>
    public TrainingFigures? Training { get; init; }

    /// <summary>The other run's laps, sections and actions; null without one.</summary>
    public AgainstFigures? Against { get; init; }
}
