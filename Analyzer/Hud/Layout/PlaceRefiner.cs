using Analyzer.Hud.Digits;
using Analyzer.Hud.Strips;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>Settles a place that lies between two of the simulator's pixels, and a scale between two that were tried.</summary>
internal static class PlaceRefiner
{
    private static readonly double[] Shifts = [0, -0.25, 0.25, -0.5, 0.5];
    private static readonly double[] Scales = [1, 0.995, 1.005, 0.99, 1.01, 0.985, 1.015];

    /// <summary>The place at which the digits of a frame (BGR) look most like the simulator's.</summary>
    /// <param name="field">The field.</param>
    /// <param name="found">Its place, to the pixel.</param>
    /// <param name="isScaleKnown">Whether the scale is right as it is.</param>
    /// <param name="frame">The frame.</param>
    public static FieldPlace Refine(HudField field, FieldPlace found, bool isScaleKnown, Mat frame)
    {
        if (found.Scale == 1)
            return found;

        var classifier = new DigitClassifier(found.Digits, field.DigitSize);
        return (from scale in isScaleKnown ? [1] : Scales
                from y in Shifts
                from x in Shifts
                select At(found, x, y, scale)).MaxBy(Likeness)!;

        float Likeness(FieldPlace place)
        {
            using var cutter = new StripCutter(field, place);
            var strip = cutter.Cut(frame);
            var sum = 0f;
            foreach (var cell in place.Cells)
                sum += classifier.Match(strip, cutter.Size.Width, cell, 0).Correlation;

            return sum;
        }
    }

    // A scale changed a little leaves the place where it was in the video.
    private static FieldPlace At(FieldPlace found, double x, double y, double factor) =>
        found with { Place = new Point2d((found.Place.X / factor) + x, (found.Place.Y / factor) + y), Scale = found.Scale * factor };
}
