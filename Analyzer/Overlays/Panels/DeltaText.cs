using Analyzer.Drawing;

namespace Analyzer.Overlays.Panels;

/// <summary>The text of a delta time: red behind, green ahead, white where there is no difference to show.</summary>
internal sealed class DeltaText(Fonts fonts)
{
    private const double MinShown = 0.005;

    private readonly TextRenderer behind = fonts.Small(Theme.BehindRed);
    private readonly TextRenderer ahead = fonts.Small(Theme.AheadGreen);
    private readonly TextRenderer level = fonts.Small(Colour.White);

    /// <summary>The letters for a delta, seconds.</summary>
    public TextRenderer Of(double seconds) => Math.Abs(seconds) < MinShown ? level : seconds > 0 ? behind : ahead;
}
