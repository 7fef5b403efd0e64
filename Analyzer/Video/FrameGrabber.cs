using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Grabs a video's frames in order by OpenCV, and keeps their numbers right in a damaged video: where the decoder gives up, or drops
/// frames, it goes on, and the timestamp of what comes next tells its number. A frame that is lost is shown as the one that comes next.
/// </summary>
/// <param name="video">The video; it stays the caller's.</param>
/// <param name="index">Its frames' times and key frames, read when they are first needed.</param>
internal sealed class FrameGrabber(VideoCapture video, Lazy<FrameIndex> index)
{
    // More than this many frames' time from one frame to the next, and some may be missing between them.
    private const double EvenStep = 1.5;

    private readonly double frameMilliseconds = 1000 / Math.Max(1, video.Fps);
    private double time;
    private int lastLost = -1;

    /// <summary>The frame that comes next, from 0.</summary>
    public int Next { get; private set; }

    /// <summary>How many frames could not be decoded.</summary>
    public int Lost { get; private set; }

    /// <summary>The frames at which damage was found; shortly before, pictures may show it already.</summary>
    public List<int> Damages { get; } = [];

    /// <summary>Whether the frame grabbed last is lost, or shows traces of one that is: up to the next key frame.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>The place of the frame that the decoder holds; below <see cref="Next"/> where that has been handed out.</summary>
    private int Held { get; set; } = -1;

    /// <summary>Goes on after a seek.</summary>
    /// <param name="next">The frame that comes next; null where only the next frame's time can tell.</param>
    public void Continue(int? next)
    {
        (Held, lastLost, IsDamaged, time) = (-1, -1, false, video.PosMsec);
        if (next is { } known) Next = known;
        else if (GrabAgain()) Next = index.Value.FrameAt(video.PosMsec) + 1 ?? 0;
    }

    /// <summary>Goes to the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Grab()
    {
        if (Held < Next && !Hold()) return false;
        if (Held > Next)
        {
            if (!IsDamaged) Damages.Add(Next);
            (lastLost, IsDamaged) = (Next, true);
            Lost++;
        }
        else if (IsDamaged)
        {
            IsDamaged = index.Value.KeyFrameBefore(Next) <= lastLost;
        }

        Next++;
        return true;
    }

    private bool Hold()
    {
        var before = time;
        var failed = !video.Grab();
        if (failed && (Next == video.FrameCount || !GrabAgain())) return false;
        if (failed && !index.Value.TellsTimes)
        {
            Damages.Add(Next);
            Lost++;
        }

        time = video.PosMsec;
        var isEven = !failed && !IsDamaged && time >= before && time - before <= EvenStep * frameMilliseconds;
        Held = isEven ? Next : Place();

        // Damage also brings frames late, when others have taken their places.
        while (Held < Next)
        {
            if (!video.Grab() && !GrabAgain()) return false;
            Held = Place();
        }

        time = video.PosMsec;
        return true;
    }

    private int Place() => index.Value.FrameAt(video.PosMsec) ?? Next;

    // A refused packet ends one call only; after the last packet all are refused.
    private bool GrabAgain()
    {
        for (var i = index.Value.FrameCount; i > 0; i--)
            if (video.Grab()) return true;

        return false;
    }
}
