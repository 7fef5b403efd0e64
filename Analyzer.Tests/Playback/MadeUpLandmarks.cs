using Analyzer.Hud;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Sync;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Playback;

/// <summary>A video of 200 frames at 10 a second: frame k shows row k - 4, laps of 60 rows, two mishaps.</summary>
internal static class MadeUpLandmarks
{
    public const int LagFrames = 4;
    public const int OffTrackRow = 30;
    public const int CrashRow = 90;
    private const int Frames = 200;
    private const int RowsPerLap = 60;

    public static Landmarks Landmarks { get; } = new(TimelineOf(StatusOf));

    /// <summary>While half of the video's HUD has been read.</summary>
    public static Landmarks HalfRead { get; } = new(TimelineOf(StatusOf).BeginningOf(Frames / 2, Frames));

    public static Landmarks WithoutMishaps { get; } = new(TimelineOf(_ => EpisodeStatus.InProgress));

    public static Landmarks WithAnotherRun { get; } = new(TimelineOf(StatusOf)) { Comparisons = [.. Enum.GetValues<LapComparison>()] };

    /// <summary>With three sections of 20 rows a lap, of which the second costs most, then the first; lap 3 drove no second one.</summary>
    public static Landmarks WithSections { get; } = new(TimelineOf(StatusOf)) { Sections = new LapSections([.. Sections()]) };

    private static IEnumerable<SectionFigures> Sections()
    {
        foreach (var (section, recoverable) in new[] { (1, 0.1), (2, 0.4), (3, 0.0) })
        {
            var passages = Enumerable.Range(1, section == 2 ? 2 : 3).Select(lap => new SectionPassage(
                lap, 2 + (0.1 * lap), 1, 1, 1, 0, 1,
                ((lap - 1) * RowsPerLap) + ((section - 1) * 20), ((lap - 1) * RowsPerLap) + (section * 20) - 1, null));
            yield return new SectionFigures(section, "left", 0, 100, 0, 0, 0, [.. passages], 1, recoverable);
        }
    }

    private static Timeline TimelineOf(Func<int, EpisodeStatus> statusOf)
    {
        var trace = Some.Trace(Enumerable.Range(0, 3 * RowsPerLap).Select(row => Some.Row(
            episode: row / RowsPerLap, timestampMilliseconds: row * 100, status: statusOf(row))));
        var rows = Enumerable.Range(0, Frames)
            .Select(frame => frame - LagFrames is var row && row >= 0 && row < trace.Rows.Length ? row : (int?)null);
        return new Timeline(trace, [.. Enumerable.Repeat(new HudReading(null, null), Frames)], [.. rows], 10, SyncMode.Clock);
    }

    private static EpisodeStatus StatusOf(int row) => row switch
    {
        OffTrackRow or OffTrackRow + 1 => EpisodeStatus.OffTrack,
        > OffTrackRow and < OffTrackRow + 10 => EpisodeStatus.Pause,
        CrashRow => EpisodeStatus.Crashed,
        _ => EpisodeStatus.InProgress,
    };
}
