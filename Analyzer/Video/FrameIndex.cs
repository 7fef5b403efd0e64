using Analyzer.Platform;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// The key frames of a video and the presentation time (PTS) of each of its frames: read from the file's packets, without decoding one
/// (15 ms for two minutes of video).
/// </summary>
internal sealed class FrameIndex
{
    /// <summary>Asks whether the packet read last holds a key frame (CAP_PROP_LRF_HAS_KEY_FRAME, OpenCV's videoio.hpp).</summary>
    public const VideoCaptureProperties IsKeyFrame = (VideoCaptureProperties)67;

    /// <summary>The format in which OpenCV gives packets as they are stored, decoding none (CAP_PROP_FORMAT, videoio.hpp).</summary>
    public const double AsStored = -1;

    // A refused packet ends one call, the end of the file all that follow.
    private const int MaxRefusedTogether = 10_000;

    private readonly double[] milliseconds;
    private readonly int[] keys;

    private FrameIndex(double[] milliseconds, int[] keys, int frameCount) =>
        (this.milliseconds, this.keys, FrameCount) = (milliseconds, keys, frameCount);

    /// <summary>Reads them; where they tell nothing, only the first frame counts as a key frame.</summary>
    /// <param name="path">The video's file.</param>
    public static FrameIndex Read(string path)
    {
        using var video = VideoFile.Capture(path);
        var (times, keys) = (new List<double>(), new List<double>());
        if (video.Set(VideoCaptureProperties.Format, AsStored))
        {
            var (refused, refusedTogether) = (0, 0);
            while (refusedTogether <= Math.Clamp(video.FrameCount - times.Count - refused, 0, MaxRefusedTogether))
            {
                if (!video.Grab())
                {
                    refusedTogether++;
                    continue;
                }

                (refused, refusedTogether) = (refused + refusedTogether, 0);
                times.Add(video.PosMsec);
                if (video.Get(IsKeyFrame) > 0) keys.Add(times[^1]);
            }

            times.Sort();
            var step = 1000 / Math.Max(1, video.Fps);
            if (VideoFile.ContainerOf(path) == Container.Other || !TellApart(times, step)) return new FrameIndex([], [0], times.Count);
            FillGaps(times, refused, step);
        }

        return new FrameIndex([.. times], [.. keys.Select(key => times.BinarySearch(key)).Append(0).Distinct().Order()], times.Count);
    }

    /// <summary>How many frames the file holds; 0 where the packets can't be read.</summary>
    public int FrameCount { get; }

    /// <summary>
    /// Whether a frame is known by its time. Not so where the file tells when packets are decoded, not when frames are shown (AVI) or
    /// guesses at either, where two frames have one time, and where it leaves out frames that it holds: only from the first one on can
    /// frames be counted there.
    /// </summary>
    public bool TellsTimes => milliseconds.Length > 0;

    /// <summary>The last key frame at or before a frame: decoding has to begin with it.</summary>
    public int KeyFrameBefore(int frame) => keys[Math.Max(0, Bisection.UpperBound(keys, frame) - 1)];

    /// <summary>Some key frames, evenly spread over the video; fewer where there are fewer.</summary>
    public IReadOnlyList<int> SpreadKeyFrames(int count) =>
        [.. Enumerable.Range(0, count).Select(i => keys[(int)((long)keys.Length * i / count)]).Distinct()];

    /// <summary>The frame shown at a time, to the nearest; null where the times are not known.</summary>
    /// <param name="time">Milliseconds, as the decoder tells them.</param>
    public int? FrameAt(double time)
    {
        if (milliseconds.Length == 0) return null;
        var after = Math.Clamp(Bisection.LowerBound(milliseconds, time), 0, milliseconds.Length - 1);
        return after > 0 && time - milliseconds[after - 1] < milliseconds[after] - time ? after - 1 : after;
    }

    // What an edit list leaves out at the beginning of a video that was cut without encoding has times before 0.
    private static bool TellApart(List<double> times, double step) => times.Count > 0 && times[0] > -step / 2
        && Enumerable.Range(1, times.Count - 1).All(i => times[i] > times[i - 1]);

    /// <summary>Puts in the times of packets that were refused: where the file leaves room for them.</summary>
    private static void FillGaps(List<double> times, int refused, double step)
    {
        for (var i = 1; i < times.Count && refused > 0; i++)
        {
            var (before, after) = (times[i - 1], times[i]);
            var missing = Math.Min(refused, (int)Math.Round((after - before) / step) - 1);
            if (missing <= 0) continue;
            times.InsertRange(i, Enumerable.Range(1, missing).Select(place => before + ((after - before) * place / (missing + 1))));
            refused -= missing;
            i += missing;
        }
    }
}
