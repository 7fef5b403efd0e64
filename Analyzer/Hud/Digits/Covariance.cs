namespace Analyzer.Hud.Digits;

/// <summary>How the pixels of a digit's picture vary together while the digit stays the same; solved by Cholesky's decomposition.</summary>
internal sealed class Covariance
{
    private readonly int size;
    private readonly float[][] lower;

    /// <summary>
    /// The covariance of <paramref name="deviations"/>, drawn towards its mean variance on all pixels the more, the fewer there are:
    /// by at least <paramref name="leastShrinkage"/>.
    /// </summary>
    public Covariance(int size, List<float[]> deviations, double leastShrinkage)
    {
        this.size = size;
        lower = [.. Enumerable.Range(0, size).Select(row => new float[row + 1])];
        foreach (var deviation in deviations)
        {
            for (var row = 0; row < size; row++)
                DigitPatch.AddScaled(lower[row], deviation.AsSpan(0, row + 1), deviation[row]);
        }

        Shrink(deviations.Count, Math.Max(leastShrinkage, (double)size / (size + deviations.Count)));
        Decompose();
    }

    /// <summary>The vector that this covariance maps to <paramref name="vector"/>.</summary>
    public float[] Solve(float[] vector)
    {
        var solution = (float[])vector.Clone();
        for (var row = 0; row < size; row++)
            solution[row] = (solution[row] - DigitPatch.Dot(lower[row].AsSpan(0, row), solution)) / lower[row][row];

        for (var row = size - 1; row >= 0; row--)
        {
            solution[row] /= lower[row][row];
            DigitPatch.AddScaled(solution.AsSpan(0, row), lower[row].AsSpan(0, row), -solution[row]);
        }

        return solution;
    }

    private void Shrink(int count, double shrinkage)
    {
        // A picture has length 1: a variance below this is less than the rounding of its pixels.
        const double LeastVariance = 1e-5;
        var variance = Math.Max(LeastVariance, lower.Select((row, i) => (double)row[i]).Sum() / count / size);
        for (var row = 0; row < size; row++)
        {
            var factor = (float)((1 - shrinkage) / count);
            DigitPatch.AddScaled(lower[row], lower[row], factor - 1);
            lower[row][row] += (float)(shrinkage * variance);
        }
    }

    private void Decompose()
    {
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = lower[row][column] - DigitPatch.Dot(lower[row].AsSpan(0, column), lower[column]);
                lower[row][column] = column == row ? MathF.Sqrt(MathF.Max(rest, 1e-9f)) : rest / lower[column][column];
            }
        }
    }
}
