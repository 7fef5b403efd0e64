using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>OpenCV's colour maps as tables.</summary>
internal static class ColourTable
{
    /// <summary>A colour map's 256 colours, from its low end to its high one.</summary>
    public static Colour[] Of(ColormapTypes map)
    {
        using var levels = new Mat(1, 256, MatType.CV_8UC1);
        for (var level = 0; level < 256; level++) levels.Set(0, level, (byte)level);
        using var colours = new Mat();
        Cv2.ApplyColorMap(levels, colours, map);
        return [.. colours.AsSpan<Vec3b>().ToArray().Select(bgr => new Colour(bgr.Item2, bgr.Item1, bgr.Item0))];
    }
}
