using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>A colour as people write it: red, green, blue, 0 to 255.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Text and lines that must be read on any ground.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Outlines and print on white.</summary>
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>Secondary print and lines.</summary>
    public static readonly Colour Grey = new(120, 120, 120);

    /// <summary>The real speed.</summary>
    public static readonly Colour SpeedGreen = new(64, 224, 96);

    /// <summary>The action chosen now.</summary>
    public static readonly Colour ActionOrange = new(255, 140, 0);

    /// <summary>How far the run has been played.</summary>
    public static readonly Colour ProgressGreen = new(0, 200, 70);

    /// <summary>A recording runs.</summary>
    public static readonly Colour RecordingRed = new(255, 70, 60);

    /// <summary>As OpenCV takes it, opaque.</summary>
    public Scalar ToBgra() => new(Blue, Green, Red, 255);
}
