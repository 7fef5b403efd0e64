using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Decodes a video's frames in order: by the program ffmpeg as long as that gives what OpenCV does, which is known by the first frame, and
/// else by OpenCV.
/// </summary>
/// <param name="video">The video; it stays the caller's.</param>
/// <param name="path">Its file.</param>
/// <param name="index">Its frames' times and key frames, read when they are first needed.</param>
/// <param name="fromTheFirst">Whether most frames will be asked for, from the first one on.</param>
internal sealed class OrderedFrames(VideoCapture video, string path, Lazy<FrameIndex> index, bool fromTheFirst) : IDisposable
{
    private readonly FrameGrabber grabber = new(video, index);
    private readonly bool mayBeginAgain = fromTheFirst;
    private bool mayBegin = fromTheFirst;
    private FfmpegFrames? piped;
    private FfmpegFrames? waiting;
    private VideoPackets? packets;
    private Mat? first;
    private bool isTried;
    private EnteredFrames? entered;
    private int fromPipe;

    /// <summary>The frame that comes next, from 0.</summary>
    public int Next => entered?.Next ?? grabber.Next + fromPipe;

    /// <summary>Whether the frame gone to was decoded by the program ffmpeg.</summary>
    public bool ArePiped => fromPipe > 0 || entered is not null;

    /// <summary>Whether the next seek is quick.</summary>
    public bool IsPrepared => waiting is not null;

    /// <inheritdoc cref="FrameGrabber.Lost"/>
    public int Lost => grabber.Lost;

    /// <inheritdoc cref="FrameGrabber.Damages"/>
    public IReadOnlyList<int> Damages => grabber.Damages;

    /// <inheritdoc cref="FrameGrabber.IsDamaged"/>
    public bool IsDamaged => !ArePiped && grabber.IsDamaged;

    /// <summary>
    /// Starts what makes the next seek quick, if there is not one waiting already and ffmpeg's frames are known to be OpenCV's.
    /// </summary>
    public void PrepareSeeking()
    {
        if (first is not null)
        {
            isTried = true;
            packets = OpenPackets(first);
            ForgetFirst();
        }

        if (packets is not null) waiting ??= StartWaiting();
    }

    /// <summary>Ends what waits for the next seek.</summary>
    public void ForgetSeeking()
    {
        waiting?.Dispose();
        waiting = null;
    }

    /// <summary>
    /// Goes to a frame, or to one before it that its decoding begins with; some between the two may be left out, but not the last
    /// <see cref="EnteredFrames.FramesKeptBefore"/>. Where frames are not known by their times it begins with the first one.
    /// </summary>
    public void Seek(int frame)
    {
        (mayBegin, fromPipe) = ((mayBeginAgain && frame == 0) || !index.Value.TellsTimes, 0);
        EndPipe();
        if (!mayBegin && Enter(frame)) return;
        SeekByOpenCv(frame);
    }

    /// <summary>Goes to the next frame.</summary>
    /// <returns>False where the video ends.</returns>
    public bool Grab()
    {
        if (mayBegin)
        {
            mayBegin = false;
            piped = FfmpegFrames.Start(path, new Size(video.FrameWidth, video.FrameHeight));
        }
        else if (entered is not null)
        {
            if (entered.Grab()) return true;
            if (entered.IsWhole && Next == index.Value.FrameCount) return false;
            return CatchUp() && grabber.Grab();
        }
        else if (piped is not null)
        {
            if (!ArePiped && !BeginsAlike(piped)) EndPipe();
            else if (piped.Grab()) return ++fromPipe > 0;
            else if (piped.IsWhole && (Next == video.FrameCount || Next == index.Value.FrameCount)) return false;
            else return CatchUp() && grabber.Grab();
        }

        return grabber.Grab();
    }

    /// <summary>Gives the pixels (BGR) of the frame gone to.</summary>
    public bool Retrieve(Mat frame)
    {
        if (!ArePiped) return video.Retrieve(frame);
        if (entered is not null) entered.Retrieve(frame);
        else piped!.Retrieve(frame);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        EndPipe();
        ForgetSeeking();
        ForgetFirst();
        packets?.Dispose();
    }

    private bool Enter(int frame)
    {
        var key = index.Value.KeyFrameBefore(frame);
        if (frame - key > EnteredFrames.MaxFramesOnTheWay) return false;
        PrepareSeeking();
        if (waiting is null) return false;
        entered = EnteredFrames.Enter(waiting, packets!, key, frame);
        waiting = null;
        return entered is not null;
    }

    // The packets hold also what the file leaves out (edit lists of videos that were cut without encoding): then the first is another.
    private VideoPackets? OpenPackets(Mat firstFrame)
    {
        var opened = VideoPackets.Open(path, index.Value);
        if (opened is null || BeginWith(firstFrame, opened)) return opened;
        opened.Dispose();
        return null;
    }

    private bool BeginWith(Mat firstFrame, VideoPackets opened)
    {
        using var frames = StartWaiting() is { } program ? EnteredFrames.Enter(program, opened, 0, 0) : null;
        if (frames?.Grab() != true) return false;
        using var picture = new Mat();
        frames.Retrieve(picture);
        return Cv2.Norm(firstFrame, picture, NormTypes.INF) == 0;
    }

    private FfmpegFrames? StartWaiting() => EnteredFrames.StartWaiting(new Size(video.FrameWidth, video.FrameHeight));

    private void ForgetFirst()
    {
        first?.Dispose();
        first = null;
    }

    private void SeekByOpenCv(int frame)
    {
        if (!index.Value.TellsTimes)
        {
            // A seek, even to the beginning, ends somewhere.
            video.Open(VideoFile.NameFor(path), VideoCaptureAPIs.FFMPEG);
            grabber.Continue(0);
            return;
        }

        var key = index.Value.KeyFrameBefore(frame);
        if (key > 0 && frame < key + VideoDecoder.SeekMargin) key = index.Value.KeyFrameBefore(key - 1);
        if (key == 0 || !SetPosition(key + VideoDecoder.SeekMargin) || Next > frame) SetPosition(0);
    }

    private bool BeginsAlike(FfmpegFrames other)
    {
        using var here = new Mat();
        using var there = new Mat();
        if (!video.Retrieve(here) || !other.Grab()) return false;
        other.Retrieve(there);
        if (here.Size() != there.Size() || Cv2.Norm(here, there, NormTypes.INF) != 0) return false;
        if (!isTried) first ??= there.Clone();
        return true;
    }

    private bool CatchUp()
    {
        var next = Next;
        EndPipe();
        fromPipe = 0;
        SeekByOpenCv(next);
        while (grabber.Next < next)
            if (!grabber.Grab()) return false;

        return true;
    }

    private bool SetPosition(int frame)
    {
        var done = video.Set(VideoCaptureProperties.PosFrames, frame);
        grabber.Continue(frame == 0 ? frame : video.PosMsec >= 0 ? index.Value.FrameAt(video.PosMsec) + 1 : null);
        return done;
    }

    private void EndPipe()
    {
        piped?.Dispose();
        entered?.Dispose();
        (piped, entered) = (null, null);
    }
}
