using System.Collections.Immutable;
using System.Numerics.Tensors;
using OpenCvSharp;

namespace Analyzer.Hud.Digits;

/// <summary>Classifies the digit in a cell by template matching: the best correlation wins. Not for several threads at once.</summary>
internal sealed class DigitClassifier(ImmutableArray<DigitTemplate> digits, Size size)
{
    private readonly float[] picture = new float[size.Width * size.Height];
    private readonly float[] squares = new float[size.Width * size.Height];

    /// <summary>The picture of the cell that was read last.</summary>
    public ReadOnlySpan<float> Picture => picture;

    /// <summary>Reads the cell whose picture begins at a place of a grey image.</summary>
    public DigitMatch Match(ReadOnlySpan<byte> image, int imageWidth, int left, int top)
    {
        for (var y = 0; y < size.Height; y++)
        {
            TensorPrimitives.ConvertTruncating(
                image.Slice(((top + y) * imageWidth) + left, size.Width), picture.AsSpan(y * size.Width, size.Width));
        }

        TensorPrimitives.Multiply(picture, picture, squares);
        var (best, second, digit) = (float.NegativeInfinity, float.NegativeInfinity, 0);
        for (var i = 0; i < digits.Length; i++)
        {
            var correlation = digits[i].Correlation(picture, squares);
            if (correlation > best)
                (second, best, digit) = (best, correlation, i);
            else if (correlation > second)
                second = correlation;
        }

        return new DigitMatch(digit, best, best - second, digits[digit].Contrast(picture));
    }
}
