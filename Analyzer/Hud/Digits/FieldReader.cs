using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;
using OpenCvSharp;

namespace Analyzer.Hud.Digits;

/// <summary>Reads one field of a video's frames: what every digit is sure of, else nothing.</summary>
internal sealed class FieldReader : IDisposable
{
    // A digit or two may be faint, not all: stripes and edges in the right places are like ones, but not as like as this.
    private const float LeastMeanCorrelation = 0.65f;

    private readonly HudField field;
    private readonly FieldPlace place;
    private readonly StripCutter cutter;
    private readonly DigitClassifier[] classifiers;
    private readonly int[] digits;

    public FieldReader(HudField field, FieldPlace place)
    {
        (this.field, this.place) = (field, place);
        cutter = new StripCutter(field, place);
        classifiers = [.. place.Cells.Select(Classifier)];
        digits = new int[field.Digits];
    }

    /// <summary>What a frame (BGR) says.</summary>
    public FieldReading Read(Mat frame)
    {
        var strip = cutter.Cut(frame);
        var isAmbiguous = false;
        var correlation = 0f;
        for (var cell = 0; cell < digits.Length; cell++)
        {
            var match = classifiers[cell].Match(strip, cutter.Size.Width, place.Cells[cell], 0);
            if (!match.IsSure)
                return default;

            digits[cell] = match.Digit;
            isAmbiguous |= match.IsAmbiguous;
            correlation += match.Correlation;
        }

        return correlation >= LeastMeanCorrelation * digits.Length ? new FieldReading(field.Parse(digits), isAmbiguous) : default;
    }

    public void Dispose() => cutter.Dispose();

    private DigitClassifier Classifier(int cell)
    {
        if (place.Scale >= 1)
            return new DigitClassifier(place.Digits, field.DigitSize);

        var grid = new CoarseGrid(place.Place + HudField.DigitOrigin + new Point(cell, 0), field.DigitSize, place.Scale);
        return new DigitClassifier([.. place.Digits.Select(digit => digit.On(grid))], field.DigitSize);
    }
}

/// <summary>What a frame's field says.</summary>
/// <param name="Value">Its value; null where it could not be read for sure.</param>
/// <param name="IsAmbiguous">Whether a digit is so near to another that what is known besides the picture may tell against it.</param>
internal readonly record struct FieldReading(int? Value, bool IsAmbiguous);
