using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>
/// Finds the HUD's small track map, whose place and size differ by track: it is what stays white at the right of the picture's lower half
/// while the car drives, but for where the car's dot covers it.
/// </summary>
internal static class SmallMapFinder
{
    /// <summary>Where small maps have been seen, pixels of the 640x480 picture: the place where none is found.</summary>
    public static readonly Rect Usual = new(442, 330, 180, 122);

    private const int FramesWanted = 12;
    private const int FramesNeeded = 4;
    private const int FramesApart = 25;
    private const int FramesMissedOf = 4;

    /// <summary>The line is white with a dark rim: so much brighter than what is around it, whatever that is.</summary>
    private const int MinContrast = 70;

    /// <summary>Wider than the line, narrower than the road's near borders; pixels of the 640x480 picture.</summary>
    private const int AroundLine = 9;

    /// <summary>The car's dot is wider than the line, pixels of the 640x480 picture.</summary>
    private const int DotMargin = 8;

    /// <summary>Parts of the line so near to each other are one, pixels of the 640x480 picture.</summary>
    private const int JoinedWithin = 9;

    private const int MinSize = 25;

    /// <summary>The part of the 640x480 picture that holds it: above the banner at the bottom edge.</summary>
    private static readonly Rect Searched = new(340, 250, 300, 203);

    /// <summary>Finds it in a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>With its dot wherever that is, pixels of the 640x480 picture.</returns>
    public static Rect Find(string path, CancellationToken cancellation)
    {
        using var video = new VideoDecoder(path);
        var keys = video.Index.SpreadKeyFrames(FramesWanted);
        var frameCount = video.Index.FrameCount is > 0 and var known ? known : int.MaxValue;
        var each = (FramesWanted + keys.Count - 1) / keys.Count;
        var places = keys
            .SelectMany(key => Enumerable.Range(0, each).Select(later => key + VideoDecoder.SeekMargin + (later * FramesApart)))
            .Where(place => place < frameCount).Distinct().Order();
        using var frame = new Mat();
        using var votes = new Mat(HudLayout.SimulatorHeight, HudLayout.SimulatorWidth, MatType.CV_8UC1, Scalar.All(0));
        var seen = 0;
        foreach (var place in places)
        {
            if (!Read(video, place, frame, cancellation)) continue;
            Vote(frame, votes);
            seen++;
        }

        return seen < FramesNeeded ? Usual : Largest(votes, seen);
    }

    /// <summary>Finds it in some frames, far enough apart for the road to have moved.</summary>
    public static Rect Find(IReadOnlyCollection<Mat> frames)
    {
        using var votes = new Mat(HudLayout.SimulatorHeight, HudLayout.SimulatorWidth, MatType.CV_8UC1, Scalar.All(0));
        foreach (var frame in frames) Vote(frame, votes);
        return Largest(votes, frames.Count);
    }

    private static bool Read(VideoDecoder video, int place, Mat frame, CancellationToken cancellation)
    {
        if (video.Next > place || video.Next + FramesApart < place) video.Seek(place);
        while (video.Next < place)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!video.Skip()) return false;
        }

        return video.Read(frame);
    }

    private static void Vote(Mat frame, Mat votes)
    {
        using var small = new Mat();
        using var grey = new Mat();
        using var lines = new Mat();
        using var around = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(AroundLine, AroundLine));
        Cv2.Resize(frame, small, votes.Size(), 0, 0, InterpolationFlags.Area);
        Cv2.CvtColor(small, grey, ColorConversionCodes.BGR2GRAY);
        Cv2.MorphologyEx(grey, lines, MorphTypes.TopHat, around);
        Cv2.Threshold(lines, lines, MinContrast, 1, ThresholdTypes.Binary);
        Cv2.Add(votes, lines, votes);
    }

    // The line's parts lie close together, with the dot between them; all that is one cluster.
    private static Rect Largest(Mat votes, int frames)
    {
        var needed = frames - Math.Max(1, frames / FramesMissedOf);
        using var searched = new Mat(votes, Searched);
        using var steady = new Mat();
        Cv2.Threshold(searched, steady, needed - 0.5, 255, ThresholdTypes.Binary);
        using var joined = new Mat();
        using var around = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(JoinedWithin, JoinedWithin));
        Cv2.Dilate(steady, joined, around);
        using var labels = new Mat();
        using var stats = new Mat();
        using var centroids = new Mat();
        var count = Cv2.ConnectedComponentsWithStats(joined, labels, stats, centroids);
        var boxes = Enumerable.Range(1, count - 1)
            .Select(label => new Rect(stats.At<int>(label, 0), stats.At<int>(label, 1), stats.At<int>(label, 2), stats.At<int>(label, 3)))
            .Where(box => box.Width >= MinSize && box.Height >= MinSize)
            .OrderByDescending(box => box.Width * box.Height)
            .ToList();
        if (boxes.Count == 0) return Usual;
        var found = boxes[0] + Searched.TopLeft;
        found.Inflate(DotMargin - (JoinedWithin / 2), DotMargin - (JoinedWithin / 2));
        return found.Intersect(new Rect(0, 0, votes.Width, votes.Height));
    }
}
