using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>The colour maps that show a heatmap on the dark half disc, in the order in which keys go through them.</summary>
internal enum HeatmapColours
{
    /// <summary>Blue over green to red: fine steps.</summary>
    Turbo,

    /// <summary>Blue over green to yellow: grows lighter all along.</summary>
    Viridis,

    /// <summary>Blue over magenta to yellow.</summary>
    Plasma,

    /// <summary>Black over red to light yellow.</summary>
    Inferno,

    /// <summary>Black over red and yellow to white.</summary>
    Hot,

    /// <summary>Blue over cyan and yellow to red.</summary>
    Jet,

    /// <summary>Magenta to yellow.</summary>
    Spring,

    /// <summary>Blue to yellow, for people with colour blindness.</summary>
    Cividis,
}

/// <summary>What OpenCV calls them.</summary>
internal static class HeatmapColourMaps
{
    /// <summary>OpenCV's colour map.</summary>
    public static ColormapTypes Map(this HeatmapColours colours) => Enum.Parse<ColormapTypes>(colours.ToString());
}
