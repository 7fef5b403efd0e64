using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Progress;

/// <summary>Where things lie on the progress bar, along the picture's whole bottom edge.</summary>
/// <param name="Picture">The picture's size, pixels.</param>
/// <param name="FrameCount">Frames of the video.</param>
/// <param name="Scale">The picture's scale.</param>
internal readonly record struct ProgressBarLayout(Size Picture, int FrameCount, Scale Scale)
{
    /// <summary>Height at the base scale, pixels.</summary>
    public const double Height = 9.5;

    /// <summary>How far above the bottom edge the bar can be taken hold of, pixels at the base scale: more than it is high.</summary>
    private const double Reach = 14;

    /// <summary>The bar, pixels.</summary>
    public Rect Area => new(0, Picture.Height - Scale.Pixels(Height), Picture.Width, Scale.Pixels(Height));

    /// <summary>The column where a frame begins.</summary>
    /// <param name="frame">From 0; the number of frames for the bar's end.</param>
    public int ColumnOf(int frame) => (int)((long)Picture.Width * frame / FrameCount);

    /// <summary>The frame at a column, to the nearest one there is.</summary>
    /// <param name="column">From 0, or outside the bar.</param>
    public int FrameAt(int column) =>
        column >= Picture.Width - 1 ? FrameCount - 1 : (int)((long)Math.Max(0, column) * FrameCount / Picture.Width);

    /// <summary>Whether the bar can be taken hold of at a point.</summary>
    public bool IsNear(Point point) =>
        point.X >= 0 && point.X < Picture.Width && point.Y < Picture.Height && point.Y >= Picture.Height - Scale.Pixels(Reach);
}
