using Analyzer.Hud.Digits;

namespace Analyzer.Tests.Hud.Digits;

public class ClockTests
{
    [Theory]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("1 1 2", "1 1 2")]
    [InlineData(
        "10 20 90 30 40 50 60 70 80 91 92 93 94 95 96 97 98 99 100 101 102",
        "10 20 - 30 40 50 60 70 80 91 92 93 94 95 96 97 98 99 100 101 102")]
    [InlineData(
        "- 20 21 5 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40",
        "- 20 21 - 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40")]
    [InlineData("7 8 9 1 2 3", "7 8 9 1 2 3")]
    [InlineData("", "")]
    public void Readings_that_run_backwards_are_given_up_unless_the_video_does(string read, string kept)
    {
        var values = Parse(read);

        ClockOrder.DropBackward(values);

        Assert.Equal(Parse(kept), values);
    }

    [Theory]
    [InlineData("0000000", 0)]
    [InlineData("0112345", 72_345)]
    [InlineData("0059999", 59_999)]
    [InlineData("0060000", null)]
    public void A_clock_has_less_than_sixty_seconds(string digits, int? expected) =>
        Assert.Equal(expected, HudField.Clock.Parse([.. digits.Select(digit => digit - '0')]));

    [Theory]
    [InlineData("0000", 0)]
    [InlineData("1227", 1227)]
    public void All_four_digits_of_a_speed_count(string digits, int expected) =>
        Assert.Equal(expected, HudField.Speed.Parse([.. digits.Select(digit => digit - '0')]));

    private static int?[] Parse(string values) =>
        [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value =>
            int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : (int?)null)];
}
