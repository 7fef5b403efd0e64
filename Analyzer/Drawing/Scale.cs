namespace Analyzer.Drawing;

/// <summary>Scales layouts: positions are written for a picture of 640x480, and scaled to the picture drawn.</summary>
/// <param name="Factor">Pixels drawn per pixel of the 640x480 picture.</param>
internal readonly record struct Scale(double Factor)
{
    /// <summary>The width that positions are written for.</summary>
    public const int BaseWidth = 640;

    /// <summary>The height that positions are written for.</summary>
    public const int BaseHeight = 480;

    /// <summary>A length, in whole pixels drawn.</summary>
    public int Pixels(double basePixels) => (int)Math.Round(basePixels * Factor);
}
