using System.Collections.Immutable;

namespace Analyzer.Laps;

/// <summary>A section as a lap drove it. Speeds are displacement speeds, metres a second; null where no row of it was driven.</summary>
/// <param name="Lap">From 1.</param>
/// <param name="Seconds">From border to border; the first begins at the lap's official start.</param>
/// <param name="EntrySpeed">In the first driven row.</param>
/// <param name="MinSpeed">The least.</param>
/// <param name="ExitSpeed">In the last driven row.</param>
/// <param name="SteeringAtApex">Commanded at the apex, degrees, positive to the left.</param>
/// <param name="ThrottleAtApex">Commanded there, metres a second.</param>
/// <param name="FromRow">The log's first row in it.</param>
/// <param name="ToRow">The last.</param>
/// <param name="Frame">The first frame of the video that shows the first row; null without one.</param>
internal sealed record SectionPassage(
    int Lap, double Seconds, double? EntrySpeed, double? MinSpeed, double? ExitSpeed, double SteeringAtApex, double ThrottleAtApex,
    int FromRow, int ToRow, int? Frame);

/// <summary>A straight or a corner of the track.</summary>
/// <param name="Section">From 1, in the direction of driving.</param>
/// <param name="Kind">straight, left or right.</param>
/// <param name="FromProgress">Percent.</param>
/// <param name="ToProgress">Percent.</param>
/// <param name="FromWaypoint">The waypoint nearest to its beginning.</param>
/// <param name="ApexWaypoint">The one nearest to where it bends most; a straight's middle.</param>
/// <param name="ToWaypoint">The one nearest to its end.</param>
/// <param name="Laps">Each lap that drove all of it.</param>
/// <param name="BestLap">The completed lap that took least; null without one.</param>
/// <param name="Recoverable">Mean of the completed laps' seconds less the least of them; null without one.</param>
internal sealed record SectionFigures(
    int Section, string Kind, double FromProgress, double ToProgress, int FromWaypoint, int ApexWaypoint, int ToWaypoint,
    ImmutableArray<SectionPassage> Laps, int? BestLap, double? Recoverable)
{
    /// <summary>As a lap drove it; null where it did not drive all of it.</summary>
    /// <param name="lap">From 1.</param>
    public SectionPassage? PassageOf(int? lap)
    {
        foreach (var passage in Laps)
            if (passage.Lap == lap) return passage;

        return null;
    }
}
