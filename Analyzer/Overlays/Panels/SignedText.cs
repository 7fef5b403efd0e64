using Analyzer.Drawing;

namespace Analyzer.Overlays.Panels;

/// <summary>Small text for seconds against another lap: red behind, green ahead, white where there is no difference to show.</summary>
internal sealed class SignedText(Fonts fonts)
{
    private const double LeastShown = 0.005;

    private readonly TextRenderer behind = fonts.Small(Theme.BehindRed);
    private readonly TextRenderer ahead = fonts.Small(Theme.AheadGreen);
    private readonly TextRenderer level = fonts.Small(Colour.White);

    /// <summary>The letters for a difference.</summary>
    public TextRenderer Of(double seconds) => Math.Abs(seconds) < LeastShown ? level : seconds > 0 ? behind : ahead;
}
