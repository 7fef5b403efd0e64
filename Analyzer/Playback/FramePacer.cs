namespace Analyzer.Playback;

/// <summary>
/// Paces playback by the clock: tells how many frames are due, time spent drawing included. A short delay is caught up by showing frames
/// without waiting; frames later than <see cref="MaxLag"/> are dropped, and counted.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class FramePacer(TimeProvider time)
{
    /// <summary>How far the picture may lag behind the clock before frames are dropped.</summary>
    public static readonly TimeSpan MaxLag = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan DropsRemembered = TimeSpan.FromSeconds(1);

    private readonly Queue<(long At, int Count)> drops = [];
    private double framesPerSecond = 1;
    private long start;
    private long given;

    /// <summary>Restarts the count from now, at a rate.</summary>
    public void Restart(int framesPerSecond)
    {
        this.framesPerSecond = framesPerSecond;
        start = time.GetTimestamp();
        given = 0;
    }

    /// <summary>Goes on at another rate: what has passed of this frame's time counts, so that a held key does not stop the run.</summary>
    public void Change(int framesPerSecond)
    {
        var passed = Math.Clamp((time.GetElapsedTime(start).TotalSeconds * this.framesPerSecond) - given, 0, 1);
        Restart(framesPerSecond);
        start -= (long)(passed / framesPerSecond * time.TimestampFrequency);
    }

    /// <summary>Frames to go forward now: 0 while it is too early, 1, or more where frames have to be dropped.</summary>
    /// <param name="mayDrop">False where every frame must be shown however late, as in a recording.</param>
    public int FramesDue(bool mayDrop)
    {
        var behind = (long)(time.GetElapsedTime(start).TotalSeconds * framesPerSecond) - given;
        if (behind <= 0) return 0;
        var maxLag = Math.Max(1, (long)(MaxLag.TotalSeconds * framesPerSecond));
        var dropped = Math.Max(0, behind - maxLag);
        given += 1 + dropped;
        if (dropped == 0 || !mayDrop) return 1;
        drops.Enqueue((time.GetTimestamp(), (int)dropped));
        return 1 + (int)dropped;
    }

    /// <summary>Milliseconds until the next frame is due, at least 0.</summary>
    public double MillisecondsToNext =>
        Math.Max(0, (((given + 1) / framesPerSecond) - time.GetElapsedTime(start).TotalSeconds) * 1000);

    /// <summary>Frames shown a second, where some of the last second's were dropped; else null.</summary>
    public int? ShownFramesPerSecond
    {
        get
        {
            while (drops.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) > DropsRemembered) drops.Dequeue();
            if (drops.Count == 0) return null;
            var dropped = 0;
            foreach (var drop in drops) dropped += drop.Count;
            return Math.Max(0, (int)framesPerSecond - dropped);
        }
    }
}
