using Analyzer.Hud.Layout;
using OpenCvSharp;

namespace Analyzer.Hud.Strips;

/// <summary>Cuts one text's strip out of a frame: grey, at the simulator's own scale, always the same pixels.</summary>
internal sealed class StripCutter : IDisposable
{
    private readonly HudField text;
    private readonly double scale;
    private readonly Rect source;
    private readonly Mat grey = new();
    private readonly Mat scaled = new();

    public StripCutter(HudField text, Point place, double scale, Size frame)
    {
        (this.text, this.scale) = (text, scale);

        // A pixel more than the strip, so that its scale can be exact: the cells' places depend on it.
        var width = Math.Min(frame.Width, (int)Math.Ceiling((text.StripWidth + 1) * scale));
        var height = Math.Min(frame.Height, (int)Math.Ceiling((text.StripHeight + 1) * scale));
        var left = (int)Math.Round((place.X - HudField.Margin) * scale);
        var top = (int)Math.Round((place.Y - HudField.Margin) * scale);
        source = new Rect(Math.Clamp(left, 0, frame.Width - width), Math.Clamp(top, 0, frame.Height - height), width, height);
    }

    /// <summary>Copies the strip of <paramref name="frame"/> (BGR) to <paramref name="pixels"/>.</summary>
    public void Cut(Mat frame, Span<byte> pixels)
    {
        using var part = new Mat(frame, source);
        Cv2.CvtColor(part, grey, ColorConversionCodes.BGR2GRAY);
        var strip = grey;
        if (scale != 1)
        {
            Cv2.Resize(grey, scaled, default, 1 / scale, 1 / scale, scale > 1 ? InterpolationFlags.Area : InterpolationFlags.Lanczos4);
            strip = scaled;
        }

        var all = strip.AsSpan<byte>();
        for (var y = 0; y < text.StripHeight; y++)
            all.Slice(y * strip.Width, text.StripWidth).CopyTo(pixels[(y * text.StripWidth)..]);
    }

    public void Dispose()
    {
        grey.Dispose();
        scaled.Dispose();
    }
}
