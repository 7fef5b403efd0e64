using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace Analyzer.Hud.Digits;

/// <summary>
/// Templates learned from a video itself, as the means of its digits that are beyond doubt: drawn between pixels, blurred and compressed as
/// all its digits are.
/// </summary>
/// <param name="simulator">By cell, the templates of the digits as the simulator draws them.</param>
internal sealed class LearnedDigits(ImmutableArray<DigitTemplate>[] simulator)
{
    // Fewer pictures of a digit are no mean.
    private const int MinPictures = 8;

    // How many pictures of its own a digit's mean over all cells weighs in one cell.
    private const float PriorWeight = 5;

    private readonly float[]?[,] sums = new float[simulator.Length, 10][];
    private readonly int[] counts = new int[10];

    /// <summary>Whether each of the ten digits was seen.</summary>
    public bool IsComplete => Array.TrueForAll(counts, count => count >= MinPictures);

    /// <summary>Takes in the picture of a digit.</summary>
    public void Add(int cell, int digit, ReadOnlySpan<float> picture)
    {
        var sum = sums[cell, digit] ??= new float[picture.Length];
        var mean = TensorPrimitives.Average(picture);
        TensorPrimitives.MultiplyAdd(picture, 1 / TensorPrimitives.StdDev(picture), sum, sum);
        TensorPrimitives.Subtract(sum, mean / TensorPrimitives.StdDev(picture), sum);
        counts[digit]++;
    }

    /// <summary>By cell, the templates of the digits as the video shows them.</summary>
    public IEnumerable<ImmutableArray<DigitTemplate>> Templates()
    {
        var everywhere = Enumerable.Range(0, 10).Select(Everywhere).ToArray();
        for (var cell = 0; cell < simulator.Length; cell++)
        {
            var here = cell;
            yield return [.. simulator[cell].Select((digit, i) => digit.Like(Mean(here, i)))];
        }

        float[] Mean(int cell, int digit)
        {
            float[] mean = [.. everywhere[digit]];
            if (sums[cell, digit] is { } sum)
                TensorPrimitives.Add(mean, sum, mean);

            return mean;
        }
    }

    private float[] Everywhere(int digit)
    {
        float[]? all = null;
        for (var cell = 0; cell < simulator.Length; cell++)
        {
            if (sums[cell, digit] is { } sum)
                TensorPrimitives.Add(sum, all ??= new float[sum.Length], all);
        }

        TensorPrimitives.Multiply(all, PriorWeight / counts[digit], all);
        return all!;
    }
}
