using OpenCvSharp;

namespace Analyzer.Overlays;

/// <summary>The picture's parts: the video, and to its right the panel, a third as wide.</summary>
/// <param name="Video">The video with its overlays, pixels of the picture.</param>
/// <param name="Panel">The panel, pixels of the picture.</param>
internal readonly record struct PictureLayout(Rect Video, Rect Panel)
{
    /// <summary>The largest box that a picture is made for where nothing is said.</summary>
    public static readonly Size DefaultBox = new(1280, 720);

    private const double PanelShare = 1.0 / 3;

    /// <summary>
    /// The largest picture with its panel inside a box, in the video's proportions; all lengths even, as H.264 wants them.
    /// </summary>
    /// <param name="video">The video's own size.</param>
    /// <param name="box">The box.</param>
    public static PictureLayout Inside(Size video, Size box)
    {
        var factor = Math.Min(box.Width / (video.Width * (1 + PanelShare)), (double)box.Height / video.Height);
        var (width, height) = (Even(video.Width * factor), Even(video.Height * factor));
        return new PictureLayout(new Rect(0, 0, width, height), new Rect(width, 0, Even(width * PanelShare), height));
    }

    /// <summary>This lap's video in the compare view: half as wide as the picture with its panel.</summary>
    public Rect Left => new(0, 0, Even(Panel.Right / 2.0), Even(Panel.Right / 2.0 * Video.Height / Video.Width));

    /// <summary>The compared lap's video, as large.</summary>
    public Rect Right => Left with { X = Panel.Right - Left.Width };

    /// <summary>What stands beneath them.</summary>
    public Rect Beneath => new(0, Left.Height, Panel.Right, Video.Height - Left.Height);

    /// <summary>The size of the picture that some settings make.</summary>
    public Size Size(OverlaySettings settings) => settings switch
    {
        { Compare: true, ShowPanel: false } => new Size(Panel.Right, Left.Height),
        _ => Size(settings.ShowPanel),
    };

    /// <summary>The picture's size.</summary>
    /// <param name="withPanel">Whether the panel is shown.</param>
    public Size Size(bool withPanel) => new(withPanel ? Panel.Right : Video.Width, Video.Height);

    private static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
}
