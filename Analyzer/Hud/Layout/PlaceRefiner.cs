using Analyzer.Hud.Digits;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>Refines a field's place to quarters of the simulator's pixels (sub-pixel registration).</summary>
internal static class PlaceRefiner
{
    private static readonly double[] Shifts = [0, -0.25, 0.25, -0.5, 0.5];

    /// <summary>
    /// The place at which the digits of a frame (BGR) look most like the simulator's, and how much they do: the mean correlation, to 1.
    /// </summary>
    public static (FieldPlace Place, float Likeness) Refine(HudField field, FieldPlace found, Mat frame)
    {
        var classifier = new DigitClassifier(found.Digits, field.DigitSize);
        var shifts = found.Scale == 1 ? [0] : Shifts;
        return (from y in shifts
                from x in shifts
                let place = found with { Place = found.Place + new Point2d(x, y) }
                select (place, Likeness(place))).MaxBy(pair => pair.Item2);

        float Likeness(FieldPlace place)
        {
            using var cutter = place.Cutter(field);
            var strip = cutter.Cut(frame);
            var sum = 0f;
            foreach (var cell in place.Cells)
                sum += classifier.Match(strip, cutter.Size.Width, cell, 0).Correlation;

            return sum / place.Cells.Length;
        }
    }
}
