using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;

namespace Analyzer.Hud.Digits;

/// <summary>
/// Finds each digit's exact place: the simulator draws at whole pixels, so the cells do not lie at even distances, and pictures of
/// one digit from different cells are only alike when each is taken from its own place.
/// </summary>
internal static class CellAligner
{
    // Whole pixels that rounding may move a digit by.
    private const int Reach = 2;

    // The places settle after two passes.
    private const int Passes = 3;

    /// <summary>The left of each cell's picture in the strips, such that equal digits look most alike.</summary>
    public static int[] Align(HudField text, StripStore strips, IReadOnlyCollection<(int Frame, int[] Digits)> known)
    {
        var places = Enumerable.Range(0, text.Digits).Select(text.PatchLeft).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            var means = Means(text, strips, known, places);
            for (var cell = 0; cell < places.Length; cell++)
            {
                var nominal = text.PatchLeft(cell);
                places[cell] = Enumerable.Range(nominal - Reach, (2 * Reach) + 1)
                    .MaxBy(place => Likeness(text, strips, known, cell, place, means));
            }
        }

        return places;
    }

    private static float[][] Means(HudField text, StripStore strips, IReadOnlyCollection<(int Frame, int[] Digits)> known, int[] places)
    {
        var means = Enumerable.Range(0, 10).Select(_ => new float[text.PatchSize]).ToArray();
        var patch = new float[text.PatchSize];
        foreach (var (frame, digits) in known)
        {
            for (var cell = 0; cell < places.Length; cell++)
            {
                DigitPatch.Extract(text, strips[frame], places[cell], patch);
                DigitPatch.AddScaled(means[digits[cell]], patch, 1);
            }
        }

        return means;
    }

    private static float Likeness(
        HudField text, StripStore strips, IReadOnlyCollection<(int Frame, int[] Digits)> known, int cell, int place, float[][] means)
    {
        var patch = new float[text.PatchSize];
        var sum = 0f;
        foreach (var (frame, digits) in known)
        {
            DigitPatch.Extract(text, strips[frame], place, patch);
            sum += DigitPatch.Dot(patch, means[digits[cell]]);
        }

        return sum;
    }
}
