using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>The dark panel beside the video: track map, lap table, sectors, plots and rewards, which would cover the road.</summary>
internal sealed class Panel : IOverlay
{
    private const double MapHeight = 116;
    private const double CellsHeight = 11;
    private const double PlotsHeight = 78;
    private const double Gap = 3;

    private readonly IOverlay[] parts;
    private readonly int mapBottom;

    /// <summary>Prepares its parts.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="size">The room there is for it above the progress bar, pixels.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public Panel(Evaluation evaluation, Size size, Scale scale, Fonts fonts)
    {
        var top = 0.0;
        Rect Next(double height)
        {
            var area = new Rect(0, scale.Pixels(top), size.Width, scale.Pixels(height));
            top += height + Gap;
            return area;
        }

        var map = Next(MapHeight);
        mapBottom = map.Bottom;
        parts =
        [
            new TrackMap(evaluation, map, scale, fonts),
            new OpportunityLines(evaluation, Next(OpportunityLines.Height), scale, fonts),
            new LapTable(evaluation, Next(LapTable.Height), scale, fonts),
            new SectorCells(Next(CellsHeight), scale, fonts),
            new LapPlots(Next(PlotsHeight), scale, fonts),
            new RewardPanel(
                evaluation, new Rect(0, scale.Pixels(top), size.Width, size.Height - scale.Pixels(top)), scale, fonts),
        ];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        canvas.Fill(new Rect(0, mapBottom, canvas.Width, canvas.Height - mapBottom), Theme.Panel);
        foreach (var part in parts) part.Draw(canvas, moment, settings);
    }
}
