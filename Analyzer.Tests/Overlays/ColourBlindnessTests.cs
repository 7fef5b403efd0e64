using Analyzer.Drawing;
using Analyzer.Overlays;

namespace Analyzer.Tests.Overlays;

/// <summary>Marks keep apart for people who see red or green poorly.</summary>
public class ColourBlindnessTests
{
    private const double LeastDistance = 60;

    /// <summary>Machado, Oliveira and Fernandes (2009), severity 1.0, for linear light; rows give red, green, blue seen.</summary>
    private static readonly Dictionary<string, double[,]> Eyes = new()
    {
        ["deuteranopia"] = new[,]
        {
            { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 },
        },
        ["protanopia"] = new[,]
        {
            { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 },
        },
    };

    public static TheoryData<string> Names => [.. Eyes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_mishaps_keep_apart_from_each_other_and_from_the_bar(string eye)
    {
        Colour[] colours = [.. Enum.GetValues<Mishap>().Select(MishapMarks.ColourOf), Theme.BarDone, Theme.BarRest];

        var closest = (from one in colours
                       from other in colours
                       where one != other
                       select (Distance: Distance(Seen(one, Eyes[eye]), Seen(other, Eyes[eye])), one, other)).MinBy(pair => pair.Distance);

        Assert.True(closest.Distance >= LeastDistance, $"{closest}");
    }

    [Fact]
    public void Every_mishap_has_its_own_colour() =>
        Assert.Distinct(Enum.GetValues<Mishap>().Select(MishapMarks.ColourOf));

    private static double[] Seen(Colour colour, double[,] eye)
    {
        double[] light = [.. new[] { colour.Red, colour.Green, colour.Blue }.Select(level => Math.Pow(level / 255.0, 2.2))];
        return [.. Enumerable.Range(0, 3).Select(row =>
            255 * Math.Pow(Math.Clamp(Enumerable.Range(0, 3).Sum(column => eye[row, column] * light[column]), 0, 1), 1 / 2.2))];
    }

    private static double Distance(double[] one, double[] other) =>
        Math.Sqrt(one.Zip(other, (first, second) => (first - second) * (first - second)).Sum());
}
