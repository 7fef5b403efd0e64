using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Decoded frames around the playhead, in as many pictures as fit into a number of bytes; they are made once and used again.
/// </summary>
internal sealed class FrameCache : IDisposable
{
    private const int MinFrames = 8;
    private const int Empty = -1;

    private readonly Mat[] frames;
    private readonly int[] numbers;

    /// <summary>Prepares an empty cache.</summary>
    /// <param name="budgetBytes">Bytes that all frames may take together, but for a least number of frames.</param>
    /// <param name="frameBytes">Bytes of one frame.</param>
    /// <param name="maxFrames">Frames to keep at most, however small.</param>
    public FrameCache(long budgetBytes, long frameBytes, int maxFrames)
    {
        var count = (int)Math.Clamp(budgetBytes / frameBytes, MinFrames, maxFrames);
        frames = [.. Enumerable.Range(0, count).Select(_ => new Mat())];
        numbers = new int[count];
        Array.Fill(numbers, Empty);
    }

    /// <summary>How many frames there is room for.</summary>
    public int Capacity => frames.Length;

    /// <summary>How many frames after the playhead are kept at most.</summary>
    public int ReadAhead => Capacity / 4;

    /// <summary>A frame, or null where it is not here.</summary>
    public Mat? Find(int number) => Array.IndexOf(numbers, number) is >= 0 and var place ? frames[place] : null;

    /// <summary>Whether a frame is here.</summary>
    public bool Has(int number) => Array.IndexOf(numbers, number) >= 0;

    /// <summary>Evicts the frame farthest from the playhead, and gives its place.</summary>
    /// <param name="playhead">The frame in the window; it stays.</param>
    public int Evict(int playhead)
    {
        var (farthest, place) = (double.MinValue, 0);
        for (var i = 0; i < numbers.Length; i++)
        {
            var distance = numbers[i] == Empty ? double.MaxValue : Distance(numbers[i] - playhead);
            if (distance > farthest) (farthest, place) = (distance, i);
        }

        numbers[place] = Empty;
        return place;
    }

    /// <summary>The picture at a place.</summary>
    public Mat Slot(int place) => frames[place];

    /// <summary>Says which frame has been put into a place.</summary>
    public void Assign(int place, int number) => numbers[place] = number;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var frame in frames) frame.Dispose();
    }

    private double Distance(int frames) => frames > 0 ? (double)frames / ReadAhead : (double)-frames / (Capacity - ReadAhead);
}
