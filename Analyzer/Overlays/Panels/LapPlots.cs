using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// Over this lap's progress: its speed so far and the compared lap's, beneath them the delta, and one cursor through both.
/// </summary>
internal sealed class LapPlots : IOverlay
{
    private const double Margin = 8;
    private const double CaptionHeight = 11;
    private const double Gap = 3;
    private const double DeltaShare = 0.42;
    private const double SpeedStep = 0.5;

    /// <summary>Ends of the delta's scale are multiples of this, and at least this, so that a hundredth of a second is no cliff.</summary>
    private const double DeltaStep = 0.25;

    private readonly Scale scale;
    private readonly Rect speedPlot;
    private readonly Rect deltaPlot;
    private readonly TextRenderer name;
    private readonly TextRenderer own;
    private readonly TextRenderer compared;
    private readonly PlotFrame frame;
    private readonly double[] none;
    private readonly Dictionary<ReferenceLap, LapProfile> profiles = [];
    private readonly Dictionary<(Lap, ReferenceLap?), Shown> shown = [];

    /// <summary>Finds the plots' places.</summary>
    public LapPlots(Rect area, Scale scale, Fonts fonts)
    {
        this.scale = scale;
        (name, own, compared) = (fonts.Small(Theme.Name), fonts.Small(Theme.SpeedGreen), fonts.Small(Theme.Compared));
        frame = new PlotFrame(name, scale, Theme.PlotBackground, Theme.PlotLine);
        var left = area.Left + scale.Pixels(Margin);
        var width = area.Right - scale.Pixels(Margin + PlotFrame.NumbersWidth) - left;
        var height = area.Height - scale.Pixels(CaptionHeight + Gap);
        var deltaHeight = (int)(height * DeltaShare);
        speedPlot = new Rect(left, area.Top + scale.Pixels(CaptionHeight), width, height - deltaHeight);
        deltaPlot = new Rect(left, speedPlot.Bottom + scale.Pixels(Gap), width, deltaHeight);
        none = [.. Enumerable.Repeat(double.NaN, width)];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var now = ShownIn(moment, settings);
        var reached = moment.Row is { } row ? moment.Evaluation.Laps.Times.ProgressAt(row.Index)
            : moment.Frame < moment.Evaluation.Timeline.FirstFrame ? 0 : moment.Evaluation.Laps.Times.ProgressAt(moment.Lap.LastRow);
        var places = Math.Clamp((int)(reached / 100 * speedPlot.Width), 0, speedPlot.Width);
        Captions(canvas, moment.Lap, now.Other);
        frame.Draw(canvas, speedPlot, now.SpeedRange);
        Curve(canvas, speedPlot, now.SpeedRange, now.OtherSpeeds, Theme.Compared);
        Curve(canvas, speedPlot, now.SpeedRange, now.Speeds.AsSpan(0, places), Theme.SpeedGreen);
        if (now.Other is null)
        {
            name.DrawFitted(canvas, settings.Comparison.Missing(), deltaPlot.Left, Middle(deltaPlot), deltaPlot.Width);
        }
        else if (ReferenceEquals(now.Deltas, none))
        {
            name.Draw(canvas, "This is the best lap", deltaPlot.Left, Middle(deltaPlot));
        }
        else
        {
            frame.Draw(canvas, deltaPlot, now.DeltaRange);
            DrawDelta(canvas, now, places);
        }

        if (places == 0) return;
        var bottom = ReferenceEquals(now.Deltas, none) ? speedPlot.Bottom : deltaPlot.Bottom;
        canvas.Fill(new Rect(speedPlot.Left + places - 1, speedPlot.Top, 1, bottom - speedPlot.Top), Colour.White);
    }

    private void Captions(Canvas canvas, Lap lap, ReferenceLap? other)
    {
        var baseline = speedPlot.Top - scale.Pixels(3.5);
        NoteText running = $"lap {lap.Number}";
        name.Draw(canvas, "m/s", speedPlot.Left, baseline);
        var x = speedPlot.Left + name.Width("m/s") + scale.Pixels(8);
        own.Draw(canvas, running, x, baseline);
        if (other is null || other.Lap == lap) return;
        x += own.Width(running) + scale.Pixels(8);
        var room = speedPlot.Right + scale.Pixels(PlotFrame.NumbersWidth) - x;
        NoteText whose = $"";
        if (other.RunName is { } run) whose = $" of {run}";
        compared.DrawFitted(canvas, $"lap {other.Lap.Number}{whose.Text}  {other.Seconds:0.000} s", x, baseline, room);
    }

    private void DrawDelta(Canvas canvas, Shown now, int places)
    {
        var (low, high) = now.DeltaRange;
        var zero = (int)Math.Round(new Curve(deltaPlot, 2, low, high, 1).RowOf(0));
        var above = new Rect(deltaPlot.Left, deltaPlot.Top, deltaPlot.Width, zero - deltaPlot.Top);
        var below = new Rect(deltaPlot.Left, zero, deltaPlot.Width, deltaPlot.Bottom - zero);
        Curve(canvas.Area(above), deltaPlot - above.TopLeft, now.DeltaRange, now.Deltas.AsSpan(0, places), Theme.BehindRed);
        Curve(canvas.Area(below), deltaPlot - below.TopLeft, now.DeltaRange, now.Deltas.AsSpan(0, places), Theme.AheadGreen);
    }

    // A value a column.
    private void Curve(Canvas canvas, Rect plot, ValueRange range, ReadOnlySpan<double> values, Colour colour)
    {
        if (values.Length < 2) return;
        var part = plot with { Width = values.Length };
        new Curve(part, values.Length, range.Low, range.High, Math.Max(1.2, 1.1 * scale.Factor)).Draw(canvas, values, colour);
    }

    private double Middle(Rect plot) => plot.Top + ((plot.Height + name.CapHeight) / 2);

    private Shown ShownIn(in Moment moment, OverlaySettings settings)
    {
        var (laps, lap) = (moment.Evaluation.Laps, moment.Lap);
        var other = laps.ReferenceOf(settings.Comparison, lap);
        if (!shown.TryGetValue((lap, other), out var known)) shown[(lap, other)] = known = Compare(laps, lap, other);
        return known;
    }

    private Shown Compare(LapComparisons laps, Lap lap, ReferenceLap? other)
    {
        var mine = ProfileOf(new ReferenceLap(laps.Times, lap));
        var isItself = other is not null && other.IsItself(laps.Times, lap);
        var theirs = other is null || isItself ? null : ProfileOf(other);
        var deltas = theirs is null ? none : [.. mine.Seconds.Zip(theirs.Seconds, (seconds, others) => seconds - others)];
        var speeds = ValueRange.Nothing.With(mine.Speeds).With(theirs?.Speeds ?? none).With(SpeedStep);
        var times = ValueRange.Nothing.With(deltas).With(0);
        return new Shown(
            other, mine.Speeds, theirs?.Speeds ?? none, deltas,
            new ValueRange(0, Math.Ceiling(speeds.High / SpeedStep) * SpeedStep),
            new ValueRange(
                Math.Min(-DeltaStep, Math.Floor(times.Low / DeltaStep) * DeltaStep),
                Math.Max(DeltaStep, Math.Ceiling(times.High / DeltaStep) * DeltaStep)));
    }

    private LapProfile ProfileOf(ReferenceLap lap)
    {
        if (!profiles.TryGetValue(lap, out var profile)) profiles[lap] = profile = LapProfile.Of(lap, speedPlot.Width);
        return profile;
    }

    /// <summary>
    /// What is plotted for a lap: the whole lap's scale from its start on, so that the curves never change but by growing.
    /// </summary>
    private sealed record Shown(
        ReferenceLap? Other,
        double[] Speeds,
        double[] OtherSpeeds,
        double[] Deltas,
        ValueRange SpeedRange,
        ValueRange DeltaRange);
}
