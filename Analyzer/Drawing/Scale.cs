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

    /// <summary>That of a picture; one of fewer than 96 pixels has the scale of 96.</summary>
    /// <param name="height">Pixels drawn.</param>
    public static Scale Of(int height) => new(Math.Max(SmallestFactor, (double)height / BaseHeight));

    /// <summary>A length, in whole pixels drawn.</summary>
    public int Pixels(double basePixels) => (int)Math.Round(basePixels * Factor);
}
