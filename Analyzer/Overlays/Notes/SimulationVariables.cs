using Analyzer.Drawing;

namespace Analyzer.Overlays.Notes;

/// <summary>The heatmap's settings, above the HUD's speed.</summary>
public sealed class SimulationVariables(Scale scale, Fonts fonts) : IOverlay
{
    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var block = new NoteBlock(canvas, scale.Pixels(10), scale.Pixels(372), fonts.Notes);
        block.Line(fonts.Notes, $"Heatmap attenuation factor: {settings.HeatmapAttenuation:F2}");
        block.Line(fonts.Notes, $"Heatmap gaussian size: {settings.HeatmapGaussianSize}");
    }
}
