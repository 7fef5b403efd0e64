using Analyzer.Drawing;
using Analyzer.Rewards;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The rewards over the last 100 driven steps of this lap: the final reward first, then a curve each on its own scale, and all together on
/// a common one. Drawn on the panel beside the video.
/// </summary>
internal sealed class RewardPanel : IOverlay
{
    private const double Margin = 8;
    private const double MaxCellHeight = 46;
    private const double TogetherShare = 1.25;
    private const int MessageLines = 4;

    private readonly Rect area;
    private readonly Scale scale;
    private readonly RewardCell cell;
    private readonly TextRenderer name;
    private readonly TextRenderer alert;
    private readonly DrivenSteps steps;
    private RewardTable? preparedFor;
    private RewardCurves? prepared;

    /// <summary>Prepares the letters.</summary>
    /// <param name="evaluation">The run.</param>
    /// <param name="area">The panel's part for the rewards, pixels of the panel's canvas.</param>
    /// <param name="scale">The picture's scale.</param>
    /// <param name="fonts">The picture's letters.</param>
    public RewardPanel(Evaluation evaluation, Rect area, Scale scale, Fonts fonts)
    {
        (this.area, this.scale) = (area, scale);
        (name, alert) = (fonts.Small(Theme.Name), fonts.Small(Theme.AlertRed));
        steps = new DrivenSteps(evaluation.Timeline.Trace);
        cell = new RewardCell(steps, scale, fonts);
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var curves = CurvesOf(moment, settings.Rewards.Rewards);
        if (curves.Components.IsEmpty && settings.Rewards.Rewards.Function is null && settings.Rewards.Message is null) return;
        steps.LookBackFrom(moment.Row);
        cell.Begin(curves, moment.Row);
        var footer = Footer(canvas, settings.Rewards, curves.LeftOut);
        var together = curves.Components.Length > 1 ? TogetherShare : 0;
        var height = (int)Math.Min(
            scale.Factor * MaxCellHeight, (area.Height - footer) / (curves.Components.Length + 1 + together));
        var place = new Rect(area.X + scale.Pixels(Margin), area.Y, area.Width - (2 * scale.Pixels(Margin)), height);
        cell.Final(canvas, place, curves.Final);
        for (var i = 0; i < curves.Components.Length; i++)
        {
            place.Y += height;
            cell.Component(canvas, place, i);
        }

        if (together == 0) return;
        place.Y += height;
        place.Height = (int)(height * TogetherShare);
        cell.Together(canvas, place);
    }

    private RewardCurves CurvesOf(in Moment moment, RewardTable table)
    {
        if (!ReferenceEquals(table, preparedFor) || prepared is null)
            (preparedFor, prepared) = (table, new RewardCurves(moment.Evaluation.Timeline.Trace, table));

        return prepared;
    }

    private int Footer(Canvas canvas, RewardState state, int leftOut)
    {
        var (left, width) = (area.X + scale.Pixels(Margin), area.Width - (2 * scale.Pixels(Margin)));
        var bottom = area.Bottom - scale.Pixels(5);
        if (state.Message is { } mistake)
        {
            var lines = Math.Min(MessageLines, alert.LinesNeeded(mistake, width));
            alert.DrawWrapped(canvas, mistake, left, bottom - ((lines - 1) * alert.LineHeight), width, MessageLines);
            return (lines * alert.LineHeight) + scale.Pixels(5);
        }

        if (leftOut == 0) return 0;
        name.Draw(canvas, $"and {leftOut} more, not shown", left, bottom);
        return name.LineHeight + scale.Pixels(3);
    }
}
