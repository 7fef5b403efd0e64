namespace Analyzer.Sessions;

/// <summary>What a place is counted in.</summary>
internal enum PlaceKind
{
    /// <summary>Laps, from 1.</summary>
    Lap,

    /// <summary>The report's sections, from 1.</summary>
    Section,

    /// <summary>Rows of the log, from 0.</summary>
    Row,

    /// <summary>Frames of the video, from 0.</summary>
    Frame,
}

/// <summary>A place in a run, as the user names it with <c>--at</c>.</summary>
/// <param name="Kind">What it is counted in.</param>
/// <param name="Number">Which one.</param>
internal sealed record Place(PlaceKind Kind, int Number)
{
    /// <summary>As the user wrote it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kind.ToString().ToLowerInvariant()}:{Number}");
}
