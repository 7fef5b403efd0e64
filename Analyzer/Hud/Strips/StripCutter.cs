using OpenCvSharp;

namespace Analyzer.Hud.Strips;

/// <summary>Crops a part of a frame and resamples it: grey, at the simulator's own scale, whatever the video's.</summary>
internal sealed class StripCutter : IDisposable
{
    // Pixels that the interpolation looks at around one.
    private const int Reach = 4;

    // How much of its scale a larger picture is blurred by before pixels are left out.
    private const double Blur = 0.35;

    private readonly double scale;
    private readonly Point2d place;
    private readonly bool isPlain;
    private readonly Mat grey = new();
    private readonly Mat strip;

    /// <summary>Cuts from a place in the simulator's pixels, which may lie between two.</summary>
    public StripCutter(Point2d place, Size size, double scale)
    {
        (this.place, this.scale, Size) = (place, scale, size);
        isPlain = scale == 1 && place.X == Math.Round(place.X) && place.Y == Math.Round(place.Y);
        strip = new Mat(Size, MatType.CV_8UC1);
    }

    /// <summary>The strip's size.</summary>
    public Size Size { get; }

    /// <summary>The strip of a frame (BGR), row by row: valid until the next is cut. What lies outside the frame is its border.</summary>
    public ReadOnlySpan<byte> Cut(Mat frame)
    {
        var left = (int)Math.Floor(place.X * scale) - Reach;
        var top = (int)Math.Floor(place.Y * scale) - Reach;
        var (width, height) = ((int)Math.Ceiling(Size.Width * scale) + (2 * Reach), (int)Math.Ceiling(Size.Height * scale) + (2 * Reach));
        var source = new Rect(left, top, width, height) & new Rect(default, frame.Size());
        if (source.Width == 0 || source.Height == 0)
            return Nothing();

        using var part = new Mat(frame, source);
        Cv2.CvtColor(part, grey, ColorConversionCodes.BGR2GRAY);
        var from = new Point2d(((place.X + 0.5) * scale) - 0.5 - source.X, ((place.Y + 0.5) * scale) - 0.5 - source.Y);
        if (isPlain)
        {
            var inside = new Rect((int)from.X, (int)from.Y, Size.Width, Size.Height);
            if ((inside & new Rect(default, grey.Size())) == inside)
            {
                using var exact = new Mat(grey, inside);
                exact.CopyTo(strip);
                return strip.AsSpan<byte>();
            }
        }

        if (scale > 1)
            Cv2.GaussianBlur(grey, grey, default, Blur * scale);

        using var map = Mat.FromArray(new[,] { { scale, 0, from.X }, { 0, scale, from.Y } });
        var interpolation = scale > 1 ? InterpolationFlags.Linear : InterpolationFlags.Lanczos4;
        Cv2.WarpAffine(grey, strip, map, Size, interpolation | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);
        return strip.AsSpan<byte>();
    }

    /// <summary>A whole grey picture at the simulator's scale.</summary>
    public static void Rescale(Mat grey, Mat scaled, double scale)
    {
        var interpolation = scale > 1 ? InterpolationFlags.Area : InterpolationFlags.Cubic;
        Cv2.Resize(grey, scaled, default, 1 / scale, 1 / scale, interpolation);
    }

    public void Dispose()
    {
        grey.Dispose();
        strip.Dispose();
    }

    private ReadOnlySpan<byte> Nothing()
    {
        strip.SetTo(0);
        return strip.AsSpan<byte>();
    }
}
