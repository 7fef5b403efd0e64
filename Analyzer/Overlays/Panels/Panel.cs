using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The dark panel beside the video: what would otherwise cover the road.</summary>
internal sealed class Panel : IOverlay
{
    private const double MapHeight = 116;
    private const double CellsHeight = 11;
    private const double PlotsHeight = 78;
    private const double Gap = 3;

    private readonly (IOverlay Part, int Top)[] parts;

    /// <summary>Prepares its parts.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="size">The room there is for it above the progress bar, pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public Panel(Evaluation evaluation, Size size, Scale scale, Fonts fonts)
    {
        var top = 0.0;
        var tops = new List<int>();
        Rect Next(double height)
        {
            tops.Add(scale.Pixels(top));
            var area = new Rect(0, scale.Pixels(top), size.Width, scale.Pixels(height));
            top += height + Gap;
            return area;
        }

        Rect Rest()
        {
            tops.Add(scale.Pixels(top));
            return new Rect(0, tops[^1], size.Width, size.Height - tops[^1]);
        }

        IOverlay[] inOrder =
        [
            new TrackMap(evaluation, Next(MapHeight), scale, fonts),
            new OpportunityLines(evaluation, Next(OpportunityLines.Height), scale, fonts),
            new LapTable(evaluation, Next(LapTable.Height), scale, fonts),
            new SectorCells(Next(CellsHeight), scale, fonts),
            new LapPlots(Next(PlotsHeight), scale, fonts),
            new RewardPanel(evaluation, Rest(), scale, fonts),
        ];
        parts = [.. inOrder.Zip(tops)];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        // Each part's ground just before the part: what has been filled is still near the processor.
        for (var i = 0; i < parts.Length; i++)
        {
            var end = i + 1 < parts.Length ? parts[i + 1].Top : canvas.Height;
            canvas.Fill(new Rect(0, parts[i].Top, canvas.Width, end - parts[i].Top), Theme.Panel);
            parts[i].Part.Draw(canvas, moment, settings);
        }
    }
}
