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
    private readonly double lag;

    private FrameIndex(double[] milliseconds, int[] keys, double lag) =>
        (this.milliseconds, this.keys, this.lag) = (milliseconds, keys, lag);

    /// <summary>Reads them; where the packets can't be read, only the first frame counts as a key frame.</summary>
    /// <param name="path">The video's file.</param>
    public static FrameIndex Read(string path)
    {
        using var video = VideoFile.Capture(path);
        var (times, keys) = (new List<double>(), new List<double>());
        var lag = Lag(path);
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
                times.Add(video.PosMsec + lag);
                if (video.Get(IsKeyFrame) > 0) keys.Add(times[^1]);
            }

            times.Sort();
            FillGaps(times, refused, 1000 / Math.Max(1, video.Fps));
        }

        return new FrameIndex([.. times], [.. keys.Select(key => times.BinarySearch(key)).Append(0).Distinct().Order()], lag);
    }

    /// <summary>How many frames the file holds; 0 where the packets can't be read.</summary>
    public int FrameCount => milliseconds.Length;

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

    /// <summary>The frame that a packet holds; null where the times are not known.</summary>
    /// <param name="time">Milliseconds, as the file tells them.</param>
    public int? FrameOfPacket(double time) => FrameAt(time + lag);

    /// <summary>AVI tells when a packet is decoded, not when its frame is shown: that is as much later as the first frame tells.</summary>
    private static double Lag(string path)
    {
        if (!Path.GetExtension(path).Equals(".avi", StringComparison.OrdinalIgnoreCase)) return 0;
        using var video = VideoFile.Capture(path);
        return video.Grab() ? video.PosMsec : 0;
    }

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
