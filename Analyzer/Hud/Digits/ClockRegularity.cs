namespace Analyzer.Hud.Digits;

/// <summary>
/// Tells whether a clock's readings go on as steadily as its neighbours say. It can only raise doubt: it never gives a reading.
/// </summary>
internal static class ClockRegularity
{
    // Pairs of neighbours, one on either side, whose middle should be the reading; the median of them outvotes misread ones.
    private const int Pairs = 6;

    // Simulated frames come within some 10 ms of even distances; a wrong digit of hundredths is 10 ms off at least, mostly more.
    private const int Tolerance = 16;

    /// <summary>For each reading (null: unreadable) whether its neighbours confirm it.</summary>
    public static bool[] Check(int?[] values)
    {
        var regular = new bool[values.Length];
        var middles = new List<int>(Pairs);
        for (var i = 0; i < values.Length; i++)
        {
            middles.Clear();
            for (var distance = 1; distance <= Pairs && i - distance >= 0 && i + distance < values.Length; distance++)
            {
                if (values[i - distance] is { } before && values[i + distance] is { } after)
                    middles.Add((before + after) / 2);
            }

            middles.Sort();
            regular[i] = values[i] is { } value && middles.Count > 0 && Math.Abs(value - middles[middles.Count / 2]) <= Tolerance;
        }

        return regular;
    }
}
