using System.Collections.Immutable;
using Analyzer.Hud;
using Analyzer.Platform;
using Analyzer.Sync;
using Analyzer.Video;

namespace Analyzer.Sessions;

/// <summary>The cache of a video's HUD readings: a file beside the video.</summary>
/// <remarks>To be made before the video is read, for it may be replaced meanwhile.</remarks>
/// <param name="video">The video's file.</param>
/// <param name="terminal">Where it is said that nothing can be kept.</param>
internal sealed class ScanCache(string video, Terminal terminal)
{
    private readonly HudFileStamp stamp = HudFileStamp.Of(video);
    private HudFile? kept;

    /// <summary>The readings kept of this very video; null where there are none.</summary>
    /// <exception cref="RunException">The video can't be read.</exception>
    public HudScan? Find()
    {
        kept = HudFile.TryRead(video);
        if (kept is null) return null;
        using var file = VideoFile.Open(video);
        return new HudScan(kept.Readings, file.Fps);
    }

    /// <summary>Keeps the readings, with the log's rows that they were locked to. Where that can't be done, it is said.</summary>
    public void Keep(Timeline timeline) => Write(new HudFile(timeline.Readings, RowsOf(timeline)));

    /// <summary>Keeps the rows that the readings found were locked to, where these are others now: the log may have changed.</summary>
    public void KeepRows(Timeline timeline)
    {
        var rows = RowsOf(timeline);
        if (kept is not null && !kept.Rows.SequenceEqual(rows)) Write(kept with { Rows = rows });
    }

    private static ImmutableArray<int?> RowsOf(Timeline timeline) =>
        [.. Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index)];

    private void Write(HudFile readings)
    {
        try
        {
            readings.Write(video, stamp);
            var path = HudFile.PathFor(video);
            if (Path.GetDirectoryName(path) != Path.GetDirectoryName(video))
                terminal.Remark($"The readings are kept in {path}, for the video's folder can't be written to.");
        }
        catch (RunException error)
        {
            terminal.Remark(error.Message);
        }
    }
}
