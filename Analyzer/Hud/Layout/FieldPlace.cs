using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Strips;
using OpenCvSharp;

namespace Analyzer.Hud.Layout;

/// <summary>Where a video shows one field, and in which letters.</summary>
/// <param name="Place">The left of the first digit's cell and the top of the digits' ink, in the simulator's pixels.</param>
/// <param name="Scale">The video's pixels per pixel of the simulator's picture.</param>
/// <param name="Cells">Where each digit's cell begins, from the place.</param>
/// <param name="Digits">The digits' templates, 0 to 9.</param>
internal sealed record FieldPlace(Point2d Place, double Scale, ImmutableArray<int> Cells, ImmutableArray<DigitTemplate> Digits)
{
    /// <summary>Cuts the digits out: from the first one's picture to the last's.</summary>
    public StripCutter Cutter(HudField field) =>
        new(Place + HudField.DigitOrigin, new Size(Cells[^1] + field.DigitSize.Width, field.DigitSize.Height), Scale);
}
