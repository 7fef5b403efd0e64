using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using OpenCvSharp;

namespace Analyzer.Hud.Strips;

/// <summary>A video's frames in order, some of which may have been decoded ahead. A frame is valid until the next is asked for.</summary>
internal sealed class FrameQueue(VideoCapture video) : IDisposable
{
    // Enough for the second that finding the HUD takes at the simulator's size, and bounded at any.
    private const long RoomAhead = 64 << 20;

    private readonly Queue<Mat> ahead = [];
    private readonly Mat decoded = new();
    private Mat? handedOut;

    /// <summary>What decoding has taken so far.</summary>
    public TimeSpan DecodeTime { get; private set; }

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
        while (ahead.TryDequeue(out var frame))
            frame.Dispose();
    }

    private bool Decode()
    {
        var start = Stopwatch.GetTimestamp();
        var isThere = video.Read(decoded) && !decoded.Empty();
        DecodeTime += Stopwatch.GetElapsedTime(start);
        return isThere;
    }
}
