namespace Analyzer.Hud;

/// <summary>
/// Tells whether the readings in a HUD file are still those of a video (cache validation). The file has four columns and no room for a
/// stamp, so it is the file's modification time: the video's own, later by 100 nanoseconds for every byte of both files. A video replaced,
/// touched or grown, and a HUD file edited or cut short, no longer match.
/// </summary>
/// <param name="LengthBytes">The video's size.</param>
/// <param name="LastWriteUtc">The video's modification time.</param>
internal readonly record struct HudFileStamp(long LengthBytes, DateTime LastWriteUtc)
{
    // File systems keep times to 100 ns or finer, to 1 us, 1 ms, 10 ms (exFAT) or whole seconds (FAT: even ones).
    private static readonly long[] CoarserTicks = [TimeSpan.TicksPerSecond, 100_000, 10_000, 10];

    /// <summary>The stamp of a video as it is now: take it before reading the video, lest it be replaced meanwhile.</summary>
    public static HudFileStamp Of(string videoPath)
    {
        var video = FileAt(videoPath);
        return new HudFileStamp(video.Length, video.LastWriteTimeUtc);
    }

    /// <summary>Marks a HUD file that has just been written as this video's.</summary>
    public void PutOn(string hudPath)
    {
        var hud = FileAt(hudPath);
        hud.LastWriteTimeUtc = TimeFor(hud);
    }

    /// <summary>Whether a HUD file was read from this video and has not been changed since.</summary>
    public bool IsOn(string hudPath)
    {
        var hud = FileAt(hudPath);
        var difference = (hud.LastWriteTimeUtc - TimeFor(hud)).Duration();
        var coarse = CoarserTicks.FirstOrDefault(ticks => hud.LastWriteTimeUtc.Ticks % ticks == 0);
        return difference.Ticks <= 2 * coarse;
    }

    private static FileInfo FileAt(string path) => (FileInfo?)File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);

    private DateTime TimeFor(FileInfo hud) => LastWriteUtc.AddTicks(LengthBytes + hud.Length);
}
