using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Panels;
using Analyzer.Overlays.Progress;
using OpenCvSharp;

namespace Analyzer.Overlays.Composition;

/// <summary>
/// What stands beneath two laps side by side: whose they are, the map with both cars, both laps' speed over progress and the time between
/// them with a cursor, and that time in print with what it changed by in this section.
/// </summary>
internal sealed class CompareStrip : IOverlay
{
    private const double CaptionHeight = 15;
    private const double FootHeight = 16;
    private const double MapShare = 0.27;
    private const double PlotsShare = 0.53;
    private const double Margin = 8;
    private const double BetweenTop = 24;
    private const double SectionTop = 52;
    private const double OpportunityTop = 76;

    private readonly Scale scale;
    private readonly Size size;
    private readonly TrackMap map;
    private readonly LapPlots plots;
    private readonly OpportunityLines opportunity;
    private readonly DeltaText delta;
    private readonly TextRenderer own;
    private readonly TextRenderer compared;
    private readonly TextRenderer name;
    private readonly int textLeft;

    /// <summary>Prepares it.</summary>
    public CompareStrip(Evaluation evaluation, Size size, Scale scale, Fonts fonts)
    {
        (this.size, this.scale) = (size, scale);
        var top = scale.Pixels(CaptionHeight);
        var height = size.Height - top - scale.Pixels(ProgressBarLayout.Height + FootHeight);
        var (mapWidth, plotsWidth) = ((int)(size.Width * MapShare), (int)(size.Width * PlotsShare));
        textLeft = mapWidth + plotsWidth + scale.Pixels(Margin);
        map = new TrackMap(evaluation, new Rect(0, top, mapWidth, height), scale, fonts);
        plots = new LapPlots(new Rect(mapWidth, top, plotsWidth, height), scale, fonts);
        var left = textLeft - scale.Pixels(Margin);
        var lines = new Rect(left, top + scale.Pixels(OpportunityTop), size.Width - left, scale.Pixels(OpportunityLines.Height));
        opportunity = new OpportunityLines(evaluation, lines, scale, fonts);
        delta = new DeltaText(fonts);
        (own, compared, name) = (fonts.Small(Theme.SpeedGreen), fonts.Small(Colour.White), fonts.Small(Theme.Name));
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Theme.Panel);
        var (laps, lap) = (moment.Evaluation.Laps, moment.Lap);
        var other = laps.ReferenceOf(settings.Comparison, lap);
        Captions(canvas, lap.Number, other, other is not null && other.IsItself(laps.Times, lap));
        map.Draw(canvas, moment, settings);
        plots.Draw(canvas, moment, settings);
        opportunity.Draw(canvas, moment, settings);
        if (other is null || moment.Row is not { } row) return;
        var deltas = laps.Deltas(settings.Comparison);
        Difference(canvas, BetweenTop, "Time between", deltas[row.Index]);
        if (moment.Evaluation.Sections.At(laps.Times.ProgressAt(row.Index)) is not { } section) return;
        var from = section.FromProgress <= 0 ? 0 : deltas[laps.Times.RowAt(lap, section.FromProgress)];
        NoteText where = $"in section {section.Section} ({section.Kind})";
        Difference(canvas, SectionTop, where.Text, deltas[row.Index] - from);
    }

    private void Captions(Canvas canvas, int lap, ReferenceLap? other, bool isItself)
    {
        var (baseline, margin) = (scale.Pixels(10.5), scale.Pixels(Margin));
        own.Draw(canvas, $"This lap: {lap}", margin, baseline);
        if (other is null) return;
        var left = (size.Width / 2) + margin;
        var room = (size.Width / 2) - (2 * margin);
        NoteText whose = $"";
        if (other.RunName is { } run) whose = $" of {run}";
        NoteText which = $"lap {other.Lap.Number}{whose.Text}";
        if (isItself) which = $"this lap itself";
        NoteText end = $"{other.Seconds:0.000} s";
        if (!other.Run.IsCompleted(other.Lap)) end = $"which ended at {other.Run.ProgressAt(other.Lap.LastRow):0} %";
        compared.DrawFitted(canvas, $"Compared: {which.Text}, {end.Text}", left, baseline, room);
    }

    private void Difference(Canvas canvas, double top, ReadOnlySpan<char> words, double seconds)
    {
        var baseline = scale.Pixels(CaptionHeight + top);
        name.Draw(canvas, words, textLeft, baseline);
        if (double.IsNaN(seconds)) name.Draw(canvas, "–", textLeft, baseline + scale.Pixels(12));
        else delta.Of(seconds).Draw(canvas, $"{seconds:+0.00;-0.00;0.00} s", textLeft, baseline + scale.Pixels(12));
    }
}
