using Analyzer.Drawing;
using Analyzer.Overlays.Actions;
using Analyzer.Overlays.Notes;

namespace Analyzer.Overlays.Composition;

/// <summary>What is drawn onto the video itself, from the bottom up, each with the setting that shows it.</summary>
internal sealed class VideoLayers
{
    private readonly (Predicate<OverlaySettings> Shown, IOverlay Overlay)[] layers;

    private VideoLayers((Predicate<OverlaySettings> Shown, IOverlay Overlay)[] layers) => this.layers = layers;

    /// <summary>All of them.</summary>
    public static VideoLayers All(Evaluation evaluation, Scale scale, Fonts fonts) => new(
    [
        .. Actions(evaluation, scale, fonts),
        (settings => settings.ShowNotes, new CarVariables(scale, fonts)),
        (settings => settings.ShowNotes && !evaluation.IsSmallMapSought, new LapVariables(evaluation.SmallMap, scale, fonts)),
        (settings => settings.ShowNotes, new StateBadges(scale, fonts)),
        (settings => settings.Joined is not null, new JoinMark(scale, fonts)),
    ]);

    /// <summary>Those for one of two videos side by side: no cards, so that as much as can be is seen of the road.</summary>
    public static VideoLayers OfAPane(Evaluation evaluation, Scale scale, Fonts fonts) => new(
    [
        .. Actions(evaluation, scale, fonts),
        (settings => settings.ShowNotes, new StateBadges(scale, fonts)),
        (settings => settings.Joined is not null, new JoinMark(scale, fonts)),
    ]);

    /// <summary>Draws them.</summary>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        foreach (var (shown, overlay) in layers)
            if (shown(settings)) overlay.Draw(canvas, moment, settings);
    }

    private static (Predicate<OverlaySettings> Shown, IOverlay Overlay)[] Actions(Evaluation evaluation, Scale scale, Fonts fonts)
    {
        var geometry = PolarGeometry.For(evaluation.ActionSpace, scale);
        var plot = new ActionSpacePlot(evaluation.ActionSpace, geometry, scale, fonts);
        return
        [
            (settings => settings.ShowActionSpace, plot.Background),
            (settings => settings.ShowHeatmap, new Heatmap(evaluation.Timeline.Trace, geometry, scale)),
            (settings => settings.ShowActionSpace, plot.Grid),
            (settings => settings.ShowActionSpace, new SpeedArc(geometry, scale)),
            (settings => settings.ShowActionSpace, new CurrentAction(geometry, scale, fonts)),
        ];
    }
}
