using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>The colours of what is drawn: values in white, names in grey, and a colour for each meaning.</summary>
internal static class Theme
{
    /// <summary>Names beside values, and other secondary text.</summary>
    public static readonly Colour Name = new(176, 183, 192);

    /// <summary>The real speed.</summary>
    public static readonly Colour SpeedGreen = new(74, 226, 116);

    /// <summary>The action chosen now.</summary>
    public static readonly Colour ActionOrange = new(255, 152, 40);

    /// <summary>Time lost against another lap.</summary>
    public static readonly Colour BehindRed = new(255, 104, 92);

    /// <summary>Time won against another lap.</summary>
    public static readonly Colour AheadGreen = new(74, 215, 130);

    /// <summary>The car waits.</summary>
    public static readonly Colour WaitAmber = new(255, 196, 60);

    /// <summary>A recording runs, or something is wrong.</summary>
    public static readonly Colour AlertRed = new(255, 92, 84);

    /// <summary>The compared lap.</summary>
    public static readonly Colour Compared = new(150, 158, 170);

    /// <summary>The loop on the progress bar.</summary>
    public static readonly Colour LoopViolet = new(186, 160, 255);

    /// <summary>Where time is to be gained.</summary>
    public static readonly Colour GainGold = new(255, 205, 84);

    /// <summary>The joined lap.</summary>
    public static readonly Colour JoinedBlue = new(116, 196, 255);

    /// <summary>How far the run has been played.</summary>
    public static readonly Colour BarDone = new(110, 119, 131);

    /// <summary>What of the run is still to come.</summary>
    public static readonly Colour BarRest = new(42, 47, 54);

    /// <summary>The panel.</summary>
    public static readonly Colour Panel = new(24, 27, 32);

    /// <summary>The background of plots on the panel.</summary>
    public static readonly Colour PlotBackground = new(35, 39, 46);

    /// <summary>Zero lines, and lines between parts of the panel.</summary>
    public static readonly Colour PlotLine = new(82, 88, 97);
}
