namespace Analyzer.Video;

/// <summary>The read-ahead policy: which frames of a video to decode next, by the frame wanted and the one wanted before.</summary>
/// <param name="Capacity">Frames that can be kept.</param>
/// <param name="ReadAhead">How many of them may lie after the wanted one.</param>
internal readonly record struct DecodePlan(int Capacity, int ReadAhead)
{
    private const int NotAsked = -1;

    /// <summary>The frame that was asked for last; below 0 before the first.</summary>
    public int Wanted { get; private init; } = NotAsked;

    /// <summary>Whether frames are asked for in reverse, each shortly before the last one.</summary>
    public bool IsReverse { get; private init; }

    /// <summary>Whether it is the one before that which was asked for before, so that the one before it will be next.</summary>
    private bool IsStepBack { get; init; }

    /// <summary>The number of frames, as far as it is known.</summary>
    public int End { get; private init; } = int.MaxValue;

    /// <summary>Frames decoded at one go behind the wanted one: a whole range costs little more than its last frame alone.</summary>
    private int RangeBehind => Math.Max(2, Capacity / 3);

    /// <summary>Frames wanted behind the one asked for wherever that is, so that a step back finds them.</summary>
    public int AlwaysBehind => RangeBehind / 4;

    /// <summary>The plan once a frame is asked for.</summary>
    public DecodePlan Ask(int frame) => frame == Wanted ? this : this with
    {
        Wanted = frame,
        IsReverse = frame < Wanted && frame >= Wanted - RangeBehind,
        IsStepBack = frame == Wanted - 1,
    };

    /// <summary>The plan once the video has turned out to end before a frame.</summary>
    public DecodePlan EndAt(int frame) => this with { End = Math.Min(End, frame) };

    /// <summary>What to decode next: the frame asked for, else the next one ahead, else a range behind.</summary>
    /// <param name="isKept">Whether a frame is kept already.</param>
    public FrameRange Next(Func<int, bool> isKept)
    {
        if (Wanted < 0) return FrameRange.None;
        if (IsStepBack && Wanted < End && !isKept(Wanted)) return new FrameRange(Math.Max(0, Wanted - RangeBehind + 1), Wanted);
        for (var frame = Wanted; frame <= Wanted + ReadAhead && frame < End; frame++)
            if (!isKept(frame)) return new FrameRange(frame, frame);

        for (var frame = Wanted - 1; frame >= 0 && frame >= Wanted - (IsReverse ? RangeBehind : AlwaysBehind); frame--)
            if (!isKept(frame)) return new FrameRange(Math.Max(0, frame - RangeBehind + 1), frame);

        return FrameRange.None;
    }
}
