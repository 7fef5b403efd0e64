using System.Collections.Immutable;

namespace Analyzer.Laps;

/// <summary>A run's laps cut into straights and corners, and where time is to be gained.</summary>
/// <param name="All">The sections in the direction of driving; empty where the run has none.</param>
internal sealed record LapSections(ImmutableArray<SectionFigures> All)
{
    // Less is shown as 0.00 s.
    private const double MinSeconds = 0.005;

    /// <summary>A run without sections: of no completed lap, or a training.</summary>
    public static LapSections None { get; } = new([]);

    /// <summary>The numbers of the sections in which time is to be gained, most recoverable first.</summary>
    public ImmutableArray<int> Opportunities { get; } =
        [.. ByCost(All).Where(section => section.Recoverable >= MinSeconds).Select(section => section.Section)];

    /// <summary>The section of a number, from 1.</summary>
    public SectionFigures this[int number] => All[number - 1];

    /// <summary>The section in which a progress lies, percent; null where there are none.</summary>
    public SectionFigures? At(double percent)
    {
        foreach (var section in All)
            if (percent < section.ToProgress) return section;

        return All.IsEmpty ? null : All[^1];
    }

    /// <summary>The sections that were driven by a completed lap, most recoverable first.</summary>
    public static IEnumerable<SectionFigures> ByCost(IEnumerable<SectionFigures> sections) =>
        sections.Where(section => section.Recoverable is not null).OrderByDescending(section => section.Recoverable);
}
