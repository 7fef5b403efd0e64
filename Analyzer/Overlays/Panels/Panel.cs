using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The dark panel beside the video: what would otherwise cover the road.</summary>
public sealed class Panel : IOverlay
{
    /// <summary>The parts at the top for the track map and the time against another lap; the rewards have the rest.</summary>
    private const double MapShare = 0.285;

    private const double DeltaShare = 0.1;

    private static readonly Colour Background = new(24, 27, 32);

    private readonly TrackMap map;
    private readonly DeltaPanel delta;
    private readonly RewardPanel rewards;

    /// <summary>Prepares its parts.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="size">The panel's size in pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    public Panel(Evaluation evaluation, Size size, Scale scale)
    {
        var (middle, top) = ((int)(size.Height * MapShare), (int)(size.Height * (MapShare + DeltaShare)));
        map = new TrackMap(evaluation, new Rect(0, 0, size.Width, middle), scale);
        delta = new DeltaPanel(new Rect(0, middle, size.Width, top - middle), scale);
        rewards = new RewardPanel(new Rect(0, top, size.Width, size.Height - top), scale);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Background);
        map.Draw(canvas, moment, settings);
        delta.Draw(canvas, moment, settings);
        rewards.Draw(canvas, moment, settings);
    }
}
