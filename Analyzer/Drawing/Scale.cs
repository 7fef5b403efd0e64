using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>Scales layouts: positions are written for a picture of 640x480, and scaled to the picture drawn.</summary>
/// <param name="Factor">Pixels drawn per pixel of the 640x480 picture.</param>
internal readonly record struct Scale(double Factor)
{
    /// <summary>The width that positions are written for.</summary>
    public const int BaseWidth = 640;

    /// <summary>The height that positions are written for.</summary>
    public const int BaseHeight = 480;

    // Below it lines have no width at all.
    private const double SmallestFactor = 0.2;

    // Lengths are rounded to even ones: by that alone a picture is not narrow.
    private const int RoundedBy = 3;

    /// <summary>
    /// That of a picture: by its height, or by its width where it is narrower than the one that positions are written for, so that nothing
    /// is cut off at its sides. The smallest is that of 96 pixels of height.
    /// </summary>
    /// <param name="size">Pixels drawn.</param>
    public static Scale Of(Size size) => new(Math.Max(
        SmallestFactor, Math.Min((double)size.Height / BaseHeight, (double)(size.Width + RoundedBy) / BaseWidth)));

    /// <summary>A length, in whole pixels drawn.</summary>
    public int Pixels(double basePixels) => (int)Math.Round(basePixels * Factor);
}
