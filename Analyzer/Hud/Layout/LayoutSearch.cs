using Analyzer.Hud.Digits;
using Analyzer.Hud.Strips;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>
/// Finds the HUD's fields in a video: in its first frame, else in others spread over it; at the scale that its size tells, else at any.
/// </summary>
internal static class LayoutSearch
{
    private const int SpreadFrames = 10;

    // A film in a frame of another shape, or a screen's recording, has a scale of its own: so far apart that letters still fit between.
    private const double MinScale = 0.75;
    private const double MaxScale = 3;
    private const double ScaleStep = 1.03;
    private const double FineScaleStep = 1.004;

    // What a screen of 1920x1080 has at the smallest scale; in larger frames letters that small are not looked for.
    private const double MaxSearchedPixels = 2560 * 1440;

    /// <summary>Where the fields stand; those that no searched frame shows are left out.</summary>
    public static HudLayout Find(string videoPath, Mat first, int frames, CancellationToken cancellation)
    {
        var found = Complete(HudLayout.Empty, first, isScaleKnown: true, cancellation);
        if (!found.Missing.Any())
            return found;

        using var video = VideoFile.Open(videoPath);
        using var frame = new Mat();
        using var middle = first.Clone();
        for (var i = 1; i < SpreadFrames && found.Missing.Any(); i++)
        {
            video.PosFrames = (int)((long)frames * i / SpreadFrames);
            if (!video.Read(frame) || frame.Empty())
                continue;

            found = Complete(found, frame, isScaleKnown: true, cancellation);
            if (i == SpreadFrames / 2)
                frame.CopyTo(middle);
        }

        return found == HudLayout.Empty ? Complete(found, middle, isScaleKnown: false, cancellation) : found;
    }

    // By its width or by its height.
    private static IEnumerable<double> OwnScales(Size size) =>
        new[] { (double)size.Width / HudLayout.SimulatorWidth, (double)size.Height / HudLayout.SimulatorHeight }.Distinct();

    private static IEnumerable<double> Scales(double least, double most, double step)
    {
        for (var scale = least; scale <= most; scale *= step)
            yield return scale;
    }

    private static HudLayout Complete(HudLayout layout, Mat frame, bool isScaleKnown, CancellationToken cancellation)
    {
        using var grey = new Mat();
        using var scaled = new Mat();
        Cv2.CvtColor(frame, grey, ColorConversionCodes.BGR2GRAY);
        var least = Math.Max(MinScale, Math.Sqrt(frame.Total() / MaxSearchedPixels));
        var scales = isScaleKnown ? OwnScales(frame.Size()) : Scales(least, MaxScale, ScaleStep);
        foreach (var scale in scales.TakeWhile(_ => layout.Missing.Any()))
        {
            cancellation.ThrowIfCancellationRequested();
            StripCutter.Rescale(grey, scaled, scale);
            foreach (var field in layout.Missing.ToList())
            {
                if (FindIn(scaled, field, frame, scale) is not { } found)
                    continue;

                // The first scale that will do is seldom the best.
                var others = isScaleKnown ? [] : Scales(scale / ScaleStep, scale * ScaleStep * ScaleStep, FineScaleStep);
                var best = others.Select(other => Find(field, frame, grey, other)).Append(found).MaxBy(match => match?.Likeness);
                layout = layout.With(field, best!.Value.Place);
            }
        }

        return layout;
    }

    private static (FieldPlace Place, float Likeness)? Find(HudField field, Mat frame, Mat grey, double scale)
    {
        using var scaled = new Mat();
        StripCutter.Rescale(grey, scaled, scale);
        return FindIn(scaled, field, frame, scale);
    }

    private static (FieldPlace Place, float Likeness)? FindIn(Mat scaled, HudField field, Mat frame, double scale) =>
        new FieldSearch(field).Find(scaled, scale) is { } found ? PlaceRefiner.Refine(field, found, frame) : null;
}
