using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>The dark panel beside the video: what would otherwise cover the road.</summary>
public sealed class Panel : IOverlay
{
    /// <summary>The part at the top that is kept for the track map and the time against the best lap.</summary>
    private const double MapShare = 0.385;

    private static readonly Colour Ground = new(24, 27, 32);

    private readonly RewardPanel rewards;

    /// <summary>Prepares its parts.</summary>
    /// <param name="size">The panel's size in pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    public Panel(Size size, Scale scale)
    {
        var top = (int)(size.Height * MapShare);
        rewards = new RewardPanel(new Rect(0, top, size.Width, size.Height - top), scale);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Ground);
        rewards.Draw(canvas, moment, settings);
    }
}
