using Analyzer.Hud.Layout;

namespace Analyzer.Hud.Digits;

/// <summary>Learns a text's digit pictures from strips whose reading is known.</summary>
internal sealed class DigitTrainer(HudField text, int[] places)
{
    // The covariance is drawn towards equal and independent pixels by at least this share, so that it can be inverted.
    private const double LeastShrinkage = 0.1;

    // No digit's pictures are taken to be more alike than this: a handful of equal frames says little.
    private const float LeastFitDeviation = 0.01f;

    // The spread of fewer fits than this says little.
    private const int EnoughFits = 10;

    private readonly List<(int Cell, int Digit, float[] Patch)> samples = [];
    private readonly float[]?[] suggested = new float[]?[10];

    /// <summary>Takes the digit in one cell of a strip as known.</summary>
    public void Add(ReadOnlySpan<byte> strip, int cell, int digit)
    {
        var patch = new float[text.PatchSize];
        DigitPatch.Extract(text, strip, places[cell], patch);
        samples.Add((cell, digit, patch));
    }

    /// <summary>Gives a picture of a digit, to be used as far as no strip has shown that digit.</summary>
    public void Suggest(int digit, float[] picture) => suggested[digit] = picture;

    /// <summary>The matcher for what was learned so far; null where fewer than two digits were seen.</summary>
    /// <param name="priorWeight">
    /// How many pictures of its own a digit's mean over all cells weighs in one cell: large while single readings may be wrong,
    /// small once each cell's own phase matters.
    /// </param>
    public DigitClassifier? Train(float priorWeight)
    {
        var anywhere = Means(samples, sample => sample.Digit, 10);
        for (var digit = 0; digit < 10; digit++)
        {
            if (anywhere[digit].Count == 0 && suggested[digit] is { } picture)
                anywhere[digit] = (1, picture);
        }

        if (anywhere.Count(mean => mean.Count > 0) < 2)
            return null;

        var means = CellMeans(anywhere, priorWeight);
        var deviations = samples.Select(sample => Difference(sample.Patch, means[sample.Cell][sample.Digit]!)).ToList();
        var covariance = new Covariance(text.PatchSize, deviations, LeastShrinkage);
        var fits = Fits(means);
        return new DigitClassifier(text, places, [.. means.Select((digits, cell) => digits.Select((mean, digit) =>
        {
            if (mean is null)
            return null;

            var weights = covariance.Solve(mean);
            return new DigitTemplate(
                Unit(mean),
                weights,
                -DigitPatch.Dot(weights, mean) / 2,
                fits[cell][digit].Usual,
                fits[cell][digit].Deviation);
        }).ToArray())]);
    }

    private float[]?[][] CellMeans((int Count, float[] Mean)[] anywhere, float priorWeight)
    {
        var inCells = Means(samples, sample => (sample.Cell * 10) + sample.Digit, text.Digits * 10);
        var means = new float[]?[text.Digits][];
        for (var cell = 0; cell < text.Digits; cell++)
        {
            means[cell] = new float[]?[10];
            for (var digit = 0; digit < 10; digit++)
            {
                if (anywhere[digit].Count == 0)
                    continue;

                var own = inCells[(cell * 10) + digit];
                var mean = new float[text.PatchSize];
                DigitPatch.AddScaled(mean, own.Mean, own.Count / (own.Count + priorWeight));
                DigitPatch.AddScaled(mean, anywhere[digit].Mean, priorWeight / (own.Count + priorWeight));
                means[cell][digit] = mean;
            }
        }

        return means;
    }

    private (int Count, float[] Mean)[] Means(
        List<(int Cell, int Digit, float[] Patch)> from,
        Func<(int Cell, int Digit, float[] Patch), int> key,
        int keys)
    {
        var means = Enumerable.Range(0, keys).Select(_ => (Count: 0, Mean: new float[text.PatchSize])).ToArray();
        foreach (var sample in from)
        {
            ref var mean = ref means[key(sample)];
            mean.Count++;
            DigitPatch.AddScaled(mean.Mean, sample.Patch, 1);
        }

        foreach (var (count, mean) in means.Where(mean => mean.Count > 1))
            DigitPatch.AddScaled(mean, mean, (1f / count) - 1);

        return means;
    }

    // A digit seldom seen in a cell borrows how well it usually fits, too.
    private (float Usual, float Deviation)[][] Fits(float[]?[][] means)
    {
        var units = means.Select(cell => cell.Select(mean => mean is null ? null : Unit(mean)).ToArray()).ToArray();
        var fits = samples.ToLookup(
            sample => sample.Digit,
            sample => (sample.Cell, Fit: DigitPatch.Dot(sample.Patch, units[sample.Cell][sample.Digit])));
        return [.. Enumerable.Range(0, text.Digits).Select(cell => Enumerable.Range(0, 10).Select(digit =>
        {
            var own = fits[digit].Where(fit => fit.Cell == cell).Select(fit => fit.Fit).ToList();
            var usual = own.Count >= EnoughFits ? own : [.. fits[digit].Select(fit => fit.Fit)];
            if (usual.Count == 0)
            return (0f, 1f);

            var mean = usual.Average();
            return (mean, MathF.Max(LeastFitDeviation, MathF.Sqrt(usual.Average(fit => (fit - mean) * (fit - mean)))));
        }).ToArray())];
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
