using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The table of laps: official time, off-tracks, and delta to the compared lap. The running lap's time and delta run; where there are
/// more laps than room, those around the running one are shown.
/// </summary>
internal sealed class LapTable : IOverlay
{
    /// <summary>Its height at the base scale, pixels.</summary>
    public const double Height = 13 + (MaxLaps * RowHeight);

    private const int MaxLaps = 4;
    private const double RowHeight = 11.5;
    private const double Margin = 8;
    private const double LapRight = 20;
    private const double TimeRight = 70;
    private const double OffTracksRight = 126;

    private readonly Scale scale;
    private readonly Rect area;
    private readonly TextRenderer name;
    private readonly TextRenderer dim;
    private readonly TextRenderer value;
    private readonly DeltaText deltaText;
    private readonly int[][] offTracks;
    private readonly string timeHeading;

    /// <summary>Counts the laps' off-tracks.</summary>
    public LapTable(Evaluation evaluation, Rect area, Scale scale, Fonts fonts)
    {
        var trace = evaluation.Timeline.Trace;
        timeHeading = evaluation.Laps.Times.Source == LapStartSource.Estimated ? "Time est." : "Time";
        (this.area, this.scale) = (area, scale);
        (name, dim, value) = (fonts.Small(Theme.Name), fonts.Small(new Colour(200, 206, 214)), fonts.Small(Colour.White));
        deltaText = new DeltaText(fonts);
        offTracks =
        [
            .. trace.Laps.Select(lap => Enumerable.Range(lap.FirstRow, lap.RowCount)
                .Where(row => trace.BeginsMishap(row) && trace.Rows[row].Status == EpisodeStatus.OffTrack).ToArray()),
        ];
    }

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var laps = moment.Evaluation.Timeline.Trace.Laps;
        var running = moment.Lap;
        var baseline = area.Top + scale.Pixels(9);
        name.DrawRight(canvas, "Lap", scale.Pixels(LapRight + 4), baseline);
        name.DrawRight(canvas, timeHeading, scale.Pixels(TimeRight), baseline);
        name.DrawRight(canvas, "Off-tracks", scale.Pixels(OffTracksRight), baseline);
        Heading(canvas, moment, settings, baseline);
        var first = Math.Clamp(running.Number - 2, 0, Math.Max(0, laps.Length - MaxLaps));
        for (var place = 0; place < Math.Min(MaxLaps, laps.Length); place++)
        {
            var top = area.Top + scale.Pixels(13 + (place * RowHeight));
            var lap = laps[first + place];
            var side = scale.Pixels(Margin - 3);
            if (lap == running) canvas.Fill(new Rect(side, top, area.Width - (2 * side), scale.Pixels(RowHeight)), Theme.PlotBackground);
            Row(canvas, moment, settings, lap, lap == running, top + ((scale.Pixels(RowHeight) + name.CapHeight) / 2));
        }
    }

    private void Heading(Canvas canvas, in Moment moment, OverlaySettings settings, double baseline)
    {
        var right = area.Right - scale.Pixels(Margin);
        var left = scale.Pixels(OffTracksRight + 6);
        ReadOnlySpan<char> against = settings.Comparison switch
        {
            LapComparison.BestLap => "vs best",
            LapComparison.PreviousLap => "vs previous",
            LapComparison.Against when moment.Evaluation.Laps.Against?.RunName is { } run => run,
            _ => "",
        };
        var width = Math.Min(name.Width(against), right - left);
        name.DrawFitted(canvas, against, right - width, baseline, width + 1);
    }

    private void Row(Canvas canvas, in Moment moment, OverlaySettings settings, Lap lap, bool isRunning, double baseline)
    {
        var (laps, times) = (moment.Evaluation.Laps, moment.Evaluation.Laps.Times);
        var row = isRunning ? moment.Row?.Index : null;
        var isBefore = isRunning && row is null && moment.Frame < moment.Evaluation.Timeline.FirstFrame;
        var text = isRunning ? value : dim;
        text.DrawRight(canvas, $"{lap.Number}", scale.Pixels(LapRight), baseline);
        if (row is { } now) text.DrawRight(canvas, $"{times.SecondsAt(now):0.000}", scale.Pixels(TimeRight), baseline);
        else if (isBefore) text.DrawRight(canvas, "0.000", scale.Pixels(TimeRight), baseline);
        else if (times.IsCompleted(lap)) text.DrawRight(canvas, $"{times.SecondsOf(lap):0.000}", scale.Pixels(TimeRight), baseline);
        else text.DrawRight(canvas, $"{times.ProgressAt(lap.LastRow):0} %", scale.Pixels(TimeRight), baseline);
        var count = CountUpTo(offTracks[lap.Number - 1], isBefore ? -1 : row ?? lap.LastRow);
        text.DrawRight(canvas, $"{count}", scale.Pixels(OffTracksRight), baseline);
        var right = area.Right - scale.Pixels(Margin);
        if (isBefore || laps.ReferenceOf(settings.Comparison, lap) is not { } other) return;
        if (other.IsItself(times, lap))
        {
            text.DrawRight(canvas, "best", right, baseline);
            return;
        }

        var delta = row is { } here ? laps.Deltas(settings.Comparison)[here]
            : times.IsCompleted(lap) ? times.SecondsOf(lap) - other.Seconds : double.NaN;
        if (!double.IsNaN(delta)) deltaText.Of(delta).DrawRight(canvas, $"{delta:+0.00;-0.00;0.00} s", right, baseline);
    }

    private static int CountUpTo(int[] rows, int last)
    {
        var count = 0;
        foreach (var row in rows)
            if (row <= last) count++;

        return count;
    }
}
