using Analyzer.Drawing;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Drawing;

public class NoteTextTests
{
    [Fact]
    public void Numbers_have_a_dot_under_a_comma_locale()
    {
        using var comma = new CommaCulture();

        Assert.Equal("Position: (−6.1, 2.5)", Read($"Position: ({-6.149:F1}, {2.5:F1})"));
    }

    [Theory]
    [InlineData(-0.04, "0.0")]
    [InlineData(-0.06, "−0.1")]
    [InlineData(0.0, "0.0")]
    [InlineData(-10.0, "−10.0")]
    public void A_zero_has_no_minus(double value, string text) => Assert.Equal(text, Read($"{value:F1}"));

    [Fact]
    public void What_does_not_fit_is_left_out()
    {
        var text = new string('x', 200);

        Assert.Equal(128, Read($"{text}").Length);
        Assert.Equal(128, Read($"{text}{1}").Length);
    }

    private static string Read(NoteText text) => text.Text.ToString();
}
