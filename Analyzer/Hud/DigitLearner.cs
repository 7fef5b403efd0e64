namespace Analyzer.Hud;

/// <summary>Learns a text's digit pictures from strips whose reading is known.</summary>
internal sealed class DigitLearner(HudText text)
{
    // So many pictures from the other cells does a digit's mean in its own cell weigh, where it was seen there seldom or never.
    private const float BorrowedWeight = 2;

    // The covariance is drawn towards equal and independent pixels by at least this share, so that it can be inverted.
    private const double LeastShrinkage = 0.1;

    // No digit's pictures are taken to be more alike than this: a handful of equal frames says little.
    private const float LeastFitDeviation = 0.01f;

    private readonly List<(int Cell, int Digit, float[] Patch)> samples = [];

    /// <summary>Takes the digit in one cell of a strip as known.</summary>
    public void Add(ReadOnlySpan<byte> strip, int cell, int digit)
    {
        var patch = new float[text.PatchSize];
        DigitPatch.Extract(text, strip, cell, patch);
        samples.Add((cell, digit, patch));
    }

    /// <summary>The matcher for what was learned so far; null where fewer than two digits were seen.</summary>
    public DigitMatcher? Learn()
    {
        var anywhere = Means(samples, sample => sample.Digit, 10);
        if (anywhere.Count(mean => mean.Count > 0) < 2)
        {
            return null;
        }
        var means = CellMeans(anywhere);
        var deviations = samples.Select(sample => Difference(sample.Patch, means[sample.Cell][sample.Digit]!)).ToList();
        var covariance = new Covariance(text.PatchSize, deviations, LeastShrinkage);
        var (fits, spreads) = Fits(means);
        return new DigitMatcher(text, [.. means.Select(cell => cell.Select((mean, digit) =>
        {
            if (mean is null)
            {
                return null;
            }
            var weights = covariance.Solve(mean);
            return new DigitClass(Unit(mean), weights, -DigitPatch.Dot(weights, mean) / 2, fits[digit], spreads[digit]);
        }).ToArray())]);
    }

    private float[]?[][] CellMeans((int Count, float[] Mean)[] anywhere)
    {
        var inCells = Means(samples, sample => (sample.Cell * 10) + sample.Digit, text.Digits * 10);
        var means = new float[]?[text.Digits][];
        for (var cell = 0; cell < text.Digits; cell++)
        {
            means[cell] = new float[]?[10];
            for (var digit = 0; digit < 10; digit++)
            {
                if (anywhere[digit].Count == 0)
                {
                    continue;
                }
                var own = inCells[(cell * 10) + digit];
                var mean = new float[text.PatchSize];
                DigitPatch.AddScaled(mean, own.Mean, own.Count / (own.Count + BorrowedWeight));
                DigitPatch.AddScaled(mean, anywhere[digit].Mean, BorrowedWeight / (own.Count + BorrowedWeight));
                means[cell][digit] = mean;
            }
        }
        return means;
    }

    private (int Count, float[] Mean)[] Means(List<(int Cell, int Digit, float[] Patch)> from, Func<(int Cell, int Digit, float[] Patch), int> key, int keys)
    {
        var means = Enumerable.Range(0, keys).Select(_ => (Count: 0, Mean: new float[text.PatchSize])).ToArray();
        foreach (var sample in from)
        {
            ref var mean = ref means[key(sample)];
            mean.Count++;
            DigitPatch.AddScaled(mean.Mean, sample.Patch, 1);
        }
        foreach (var (count, mean) in means.Where(mean => mean.Count > 1))
        {
            DigitPatch.AddScaled(mean, mean, (1f / count) - 1);
        }
        return means;
    }

    private (float[] Usual, float[] Deviation) Fits(float[]?[][] means)
    {
        var (usual, deviation) = (new float[10], new float[10]);
        var units = means.Select(cell => cell.Select(mean => mean is null ? null : Unit(mean)).ToArray()).ToArray();
        foreach (var group in samples.GroupBy(sample => sample.Digit))
        {
            var fits = group.Select(sample => DigitPatch.Dot(sample.Patch, units[sample.Cell][sample.Digit])).ToList();
            var mean = fits.Average();
            usual[group.Key] = mean;
            deviation[group.Key] = MathF.Max(LeastFitDeviation, MathF.Sqrt(fits.Average(fit => (fit - mean) * (fit - mean))));
        }
        return (usual, deviation);
    }

    private static float[] Difference(float[] a, float[] b)
    {
        var difference = (float[])a.Clone();
        DigitPatch.AddScaled(difference, b, -1);
        return difference;
    }

    private static float[] Unit(float[] vector)
    {
        var unit = new float[vector.Length];
        DigitPatch.AddScaled(unit, vector, 1 / MathF.Sqrt(DigitPatch.Dot(vector, vector)));
        return unit;
    }
}
