using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud.Strips;

/// <summary>
/// A video's frames in order, some of which may have been decoded ahead. A frame is valid until the next is asked for. A damaged one is
/// black: nothing is read of it.
/// </summary>
internal sealed class FrameQueue : IDisposable
{
    // Enough for the second that finding the HUD takes at the simulator's size, and bounded at any.
    private const long RoomAhead = 64 << 20;

    // A file's first and last frames may be left out on purpose.
    private const int FewFrames = 16;

    private readonly Queue<Mat> ahead = [];
    private readonly Mat decoded = new();
    private readonly Lazy<FrameIndex> index;
    private readonly OrderedFrames frames;
    private readonly VideoCapture video;
    private readonly string path;
    private Mat? handedOut;

    /// <summary>Begins with a video's first frame.</summary>
    /// <param name="video">The video; it stays the caller's.</param>
    /// <param name="path">The video's file.</param>
    public FrameQueue(VideoCapture video, string path)
    {
        (this.video, this.path) = (video, path);
        index = new Lazy<FrameIndex>(() => FrameIndex.Read(path));
        frames = new OrderedFrames(video, path, index, fromTheFirst: true);
    }

    /// <summary>What decoding has taken so far.</summary>
    public TimeSpan DecodeTime { get; private set; }

    /// <summary>The frames at which damage was found; shortly before, pictures may show it already.</summary>
    public IReadOnlyList<int> Damages => frames.Damages;

    /// <summary>What is damaged of it, as a sentence; null for nothing.</summary>
    public string? Damage => frames.Damages is [var first, ..]
        ? $"The video is damaged at frame {first}: {(frames.Lost == 1 ? "1 frame is" : $"{frames.Lost} frames are")} lost, " +
            "and up to the next key frame nothing is read; download it again."
        : video.FrameCount <= frames.Next + FewFrames || !TellsItsFrames ? null
        : $"The video is cut off or damaged: it has {frames.Next} of {video.FrameCount} frames; download it again.";

    // Of other kinds the count is an estimate from length and rate, and what a file leaves out on purpose is counted, too.
    private bool TellsItsFrames => VideoFile.ContainerOf(path) == Container.IsoMedia && index.Value.TellsTimes;

    /// <summary>The next frame, which stays the next.</summary>
    public bool TryPeek([NotNullWhen(true)] out Mat? frame)
    {
        if (ahead.Count == 0 && Decode())
            ahead.Enqueue(decoded.Clone());

        return ahead.TryPeek(out frame);
    }

    /// <summary>The next frame; false after the last.</summary>
    public bool TryNext([NotNullWhen(true)] out Mat? frame)
    {
        handedOut?.Dispose();
        if (ahead.TryDequeue(out handedOut))
        {
            frame = handedOut;
            return true;
        }

        frame = decoded;
        return Decode();
    }

    /// <summary>Decodes ahead while <paramref name="work"/> is done on another thread.</summary>
    public T ReadAheadDuring<T>(Func<T> work)
    {
        var task = Task.Run(work);
        try
        {
            for (var room = RoomAhead; !task.IsCompleted && room > 0 && Decode(); room -= decoded.Total() * decoded.ElemSize())
                ahead.Enqueue(decoded.Clone());
        }
        finally
        {
            Task.WaitAny(task);
        }

        return task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        handedOut?.Dispose();
        decoded.Dispose();
        frames.Dispose();
        while (ahead.TryDequeue(out var frame))
            frame.Dispose();
    }

    private bool Decode()
    {
        var start = Stopwatch.GetTimestamp();
        var isThere = frames.Grab() && frames.Retrieve(decoded) && !decoded.Empty();
        if (isThere && frames.IsDamaged) decoded.SetTo(Scalar.Black);
        DecodeTime += Stopwatch.GetElapsedTime(start);
        return isThere;
    }
}
