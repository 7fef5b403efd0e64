using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>Cuts one text's strip out of a frame: grey, at the simulator's own scale, always the same pixels.</summary>
internal sealed class StripCutter : IDisposable
{
    private readonly HudText text;
    private readonly Rect source;
    private readonly Mat grey = new();
    private readonly Mat strip;

    public StripCutter(HudText text, Point place, double scale, Size frame)
    {
        this.text = text;
        var width = Math.Min(frame.Width, (int)Math.Round(text.StripWidth * scale));
        var height = Math.Min(frame.Height, (int)Math.Round(text.StripHeight * scale));
        var left = (int)Math.Round((place.X - HudText.Margin) * scale);
        var top = (int)Math.Round((place.Y - HudText.Margin) * scale);
        source = new Rect(Math.Clamp(left, 0, frame.Width - width), Math.Clamp(top, 0, frame.Height - height), width, height);
        strip = new Mat(text.StripHeight, text.StripWidth, MatType.CV_8UC1);
    }

    /// <summary>Copies the strip of <paramref name="frame"/> (BGR) to <paramref name="pixels"/>.</summary>
    public void Cut(Mat frame, Span<byte> pixels)
    {
        using var part = new Mat(frame, source);
        if (source.Size == strip.Size())
        {
            Cv2.CvtColor(part, strip, ColorConversionCodes.BGR2GRAY);
        }
        else
        {
            Cv2.CvtColor(part, grey, ColorConversionCodes.BGR2GRAY);
            Cv2.Resize(grey, strip, strip.Size(), 0, 0, source.Width > text.StripWidth ? InterpolationFlags.Area : InterpolationFlags.Linear);
        }
        strip.AsSpan<byte>().CopyTo(pixels);
    }

    public void Dispose()
    {
        grey.Dispose();
        strip.Dispose();
    }
}
