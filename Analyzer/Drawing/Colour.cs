using OpenCvSharp;

namespace Analyzer.Drawing;

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

    /// <summary>The loop on the progress bar.</summary>
    public static readonly Colour LoopYellow = new(255, 214, 10);

    /// <summary>A recording runs.</summary>
    public static readonly Colour RecordingRed = new(255, 70, 60);

    /// <summary>Time lost against another lap.</summary>
    public static readonly Colour BehindRed = new(255, 92, 80);

    /// <summary>Time won against another lap.</summary>
    public static readonly Colour AheadGreen = new(70, 215, 120);

    /// <summary>Secondary print on the panel.</summary>
    public static readonly Colour PanelGrey = new(165, 170, 178);

    /// <summary>The ground of plots on the panel.</summary>
    public static readonly Colour PlotGround = new(33, 37, 43);

    /// <summary>Zero lines of plots on the panel.</summary>
    public static readonly Colour PlotLine = new(78, 84, 92);

    /// <summary>As OpenCV takes it, opaque.</summary>
    public Scalar ToBgra() => new(Blue, Green, Red, 255);
}
