using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// The frames that are wanted of a video, and those that have been decoded: one thread asks for them and waits, another decodes. What is
/// kept is bounded by bytes, whatever the video's length and size.
/// </summary>
internal sealed class WantedFrames : IDisposable
{
    private const long BudgetBytes = 64 << 20;
    private const int MaxFrames = 240;

    // Half a second of playing: a start of the program ffmpeg takes some of it.
    private const int FramesAheadAtLeisure = 8;

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(20);

    private readonly string path;
    private readonly object gate = new();
    private readonly FrameCache cache;
    private readonly Func<int, bool> isKept;
    private DecodePlan plan;
    private FrameRange range = FrameRange.None;
    private Exception? failure;
    private volatile bool isUrgent;
    private volatile bool jumps;
    private volatile bool stopped;

    /// <summary>Begins with none.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="frameBytes">Bytes of one frame.</param>
    public WantedFrames(string path, long frameBytes)
    {
        this.path = path;
        cache = new FrameCache(BudgetBytes, frameBytes, MaxFrames);
        isKept = cache.Has;
        plan = new DecodePlan(cache.Capacity, cache.ReadAhead);
        AlwaysBehind = plan.AlwaysBehind;
    }

    /// <summary>Taken while somebody waits for a frame that has to be gone to; playing on takes nothing.</summary>
    public RightOfWay Jumping { get; } = new();

    /// <summary>Where the video has turned out to end: the frame after its last; null where that is not known.</summary>
    public int? End => failure is null && plan.End is > 0 and < int.MaxValue and var end ? end : null;

    /// <summary>Frames wanted behind the one asked for wherever that is.</summary>
    public int AlwaysBehind { get; }

    /// <summary>Whether something else is wanted at once than what is being decoded.</summary>
    public bool Interrupted => isUrgent || stopped;

    /// <summary>Wants a frame, without waiting for it.</summary>
    /// <param name="number">From 0.</param>
    public void Ask(int number)
    {
        lock (gate)
        {
            plan = plan.Ask(number);
            isUrgent = !cache.Has(number) && !range.Contains(number);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Wants a frame and waits for it.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="isOutdated">
    /// Asked now and then whether it is wanted no more: at once where the frame has to be gone to, else after a while.
    /// </param>
    /// <returns>False where it was outdated first; true also where it can't be read, which <see cref="Get"/> tells.</returns>
    public bool Await(int number, Func<bool> isOutdated)
    {
        lock (gate)
        {
            Ask(number);
            var isTime = isUrgent;
            if (isUrgent) Jumping.Take();
            try
            {
                while (!cache.Has(number) && failure is null && number < plan.End)
                {
                    if (isTime && isOutdated()) return false;
                    isTime = !Monitor.Wait(gate, BetweenQuestions);
                }

                return true;
            }
            finally
            {
                Jumping.Leave();
            }
        }
    }

    /// <summary>Wants a frame and waits for its pixels (BGR). They stay here, and good until another frame is asked for.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video has no such frame, or can't be read there.</exception>
    public Mat Get(int number)
    {
        lock (gate)
        {
            Await(number, () => false);
            if (cache.Find(number) is { } frame) return frame;
            if (failure is not null) throw new RunException($"{path}: frame {number} can't be read ({failure.Message})", failure);
            throw new RunException($"{path}: frame {plan.End} can't be read; download the video again.");
        }
    }

    /// <summary>From now on jumps are to be expected: at leisure they are prepared.</summary>
    public void ExpectJumps()
    {
        if (jumps) return;
        lock (gate)
        {
            jumps = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until there is something to decode.</summary>
    /// <param name="isPrepared">Whether jumps are prepared.</param>
    /// <param name="next">What to decode; none where there is time to prepare jumps.</param>
    /// <param name="isAtLeisure">Whether nobody waits for that soon.</param>
    /// <returns>False where nothing is wanted any more.</returns>
    public bool WaitForWork(bool isPrepared, out FrameRange next, out bool isAtLeisure)
    {
        lock (gate)
        {
            while ((range = plan.Next(isKept)) == FrameRange.None && !stopped && (isPrepared || !jumps)) Monitor.Wait(gate);
            isUrgent = false;
            next = range;
            isAtLeisure = range.First >= plan.Wanted + FramesAheadAtLeisure || range.Last < plan.Wanted;
            return !stopped;
        }
    }

    /// <summary>Makes room for a frame.</summary>
    /// <param name="number">From 0.</param>
    /// <returns>The place for its pixels; null where it is kept already.</returns>
    public int? RoomFor(int number)
    {
        lock (gate) return cache.Has(number) ? null : cache.Evict(plan.Wanted);
    }

    /// <summary>The picture at a place.</summary>
    public Mat At(int place) => cache.Slot(place);

    /// <summary>Says which frame has been put into a place.</summary>
    public void Keep(int place, int number)
    {
        lock (gate)
        {
            cache.Assign(place, number);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Says where the video has turned out to end.</summary>
    /// <param name="frame">The frame after its last.</param>
    public void EndAt(int frame)
    {
        lock (gate)
        {
            plan = plan.EndAt(frame);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Says that no more can be decoded.</summary>
    public void Fail(Exception error)
    {
        lock (gate)
        {
            failure = error;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Says that nothing is wanted any more.</summary>
    public void Stop()
    {
        lock (gate)
        {
            stopped = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        cache.Dispose();
        Jumping.Dispose();
    }
}
