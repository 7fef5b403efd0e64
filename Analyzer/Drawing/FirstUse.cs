using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>
/// What drawing needs once in a program: OpenCV and what it stands on are loaded, then the letters, and what blends and enlarges, which
/// nothing compiles ahead of time, is compiled.
/// </summary>
internal static class FirstUse
{
    /// <summary>Begins with it, beside what does without.</summary>
    public static Task Begin() => Task.Run(() =>
    {
        using var frame = new Mat(16, 16, MatType.CV_8UC3, Scalar.Black);
        using var picture = new Mat(24, 24, MatType.CV_8UC3);
        using var scaler = new Scaler(picture);
        scaler.Scale(frame);
        new TextRenderer(capHeight: 8, Colour.White).Draw(Canvas.Of(picture), "0", x: 2, baseline: 16);
    });
}
