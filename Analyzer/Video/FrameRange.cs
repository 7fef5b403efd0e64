namespace Analyzer.Video;

/// <summary>Frames that follow each other.</summary>
/// <param name="First">The first one's number.</param>
/// <param name="Last">The last one's; included.</param>
internal readonly record struct FrameRange(int First, int Last)
{
    /// <summary>No frame.</summary>
    public static FrameRange None { get; } = new(0, -1);

    /// <summary>Whether a frame is one of them.</summary>
    public bool Contains(int frame) => First <= frame && frame <= Last;
}
