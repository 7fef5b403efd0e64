using OpenCvSharp;

namespace Analyzer.Hud.Strips;

/// <summary>
/// Simulates a video smaller than the simulator's picture: downsamples to the video's pixels and upsamples again, as
/// <see cref="StripCutter"/> does. The result depends on where between the video's pixels the picture lies, so that a digit looks
/// different in each cell.
/// </summary>
/// <param name="place">Where the picture begins, in the simulator's pixels.</param>
/// <param name="size">Its size.</param>
/// <param name="scale">The video's pixels per pixel of the simulator's picture, below 1.</param>
internal sealed class CoarseGrid(Point2d place, Size size, double scale)
{
    // Pixels around the picture that the interpolation looks at.
    private const int Margin = 8;

    /// <summary>The picture as the video shows it.</summary>
    /// <param name="picture">Values, row by row.</param>
    /// <param name="outside">The value around it.</param>
    public float[] Show(float[] picture, float outside)
    {
        using var sharp = Mat.FromPixelData(size.Height, size.Width, MatType.CV_32FC1, picture);
        using var framed = new Mat();
        Cv2.CopyMakeBorder(sharp, framed, Margin, Margin, Margin, Margin, BorderTypes.Constant, Scalar.All(outside));

        var (left, top) = (Math.Floor((place.X - Margin) * scale), Math.Floor((place.Y - Margin) * scale));
        using var coarse = new Mat();
        var coarseSize = new Size(Math.Ceiling(framed.Width * scale) + 1, Math.Ceiling(framed.Height * scale) + 1);
        Draw(framed, coarse, coarseSize, 1 / scale, new Point2d(Down(left) - place.X + Margin, Down(top) - place.Y + Margin));

        using var shown = new Mat();
        Draw(coarse, shown, size, scale, new Point2d(Up(place.X) - left, Up(place.Y) - top));
        return shown.AsSpan<float>().ToArray();
    }

    private double Down(double videoPixel) => ((videoPixel + 0.5) / scale) - 0.5;

    private double Up(double pixel) => ((pixel + 0.5) * scale) - 0.5;

    private static void Draw(Mat from, Mat to, Size size, double step, Point2d origin)
    {
        using var map = Mat.FromArray(new[,] { { step, 0, origin.X }, { 0, step, origin.Y } });
        var interpolation = step < 1 ? InterpolationFlags.Lanczos4 : InterpolationFlags.Cubic;
        Cv2.WarpAffine(from, to, map, size, interpolation | InterpolationFlags.WarpInverseMap, BorderTypes.Replicate);
    }
}
