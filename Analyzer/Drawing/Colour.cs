using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>An RGB colour: red, green, blue, 0 to 255.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Text and lines that must be read on any background.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Rims.</summary>
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>As an OpenCV scalar (BGRA), opaque.</summary>
    public Scalar ToBgra() => new(Blue, Green, Red, 255);
}
