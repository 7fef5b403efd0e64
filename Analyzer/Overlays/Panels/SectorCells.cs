using Analyzer.Drawing;
using Analyzer.Laps;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// The lap's ten sectors as cells, coloured by their delta to the compared lap's once they have ended: the stronger, the larger it is.
/// </summary>
internal sealed class SectorCells(Rect area, Scale scale, Fonts fonts) : IOverlay
{
    private const double Margin = 8;

    /// <summary>Seconds that give the full colour.</summary>
    private const double FullColourSeconds = 0.3;

    private readonly TextRenderer number = fonts.Small(Theme.Name);
    private readonly TextRenderer delta = fonts.Small(Colour.White);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        var (laps, lap) = (moment.Evaluation.Laps, moment.Lap);
        var other = laps.ReferenceOf(settings.Comparison, lap);
        var reached = moment.Row is { } row ? laps.Times.ProgressAt(row.Index)
            : moment.Frame < moment.Evaluation.Timeline.FirstFrame ? 0 : 100;
        for (var sector = 1; sector <= Sectors.Count; sector++)
        {
            var cell = CellOf(sector);
            var hasEnded = reached >= sector * 100.0 / Sectors.Count;
            var seconds = hasEnded && other is not null && !other.IsItself(laps.Times, lap)
                ? Sectors.Seconds(laps.Times, lap, sector) - Sectors.Seconds(other.Run, other.Lap, sector)
                : double.NaN;
            canvas.Fill(cell, BackgroundOf(seconds, hasEnded));
            var baseline = cell.Bottom - ((cell.Height - number.CapHeight) / 2);
            var middle = cell.Left + (cell.Width / 2.0);
            if (double.IsNaN(seconds)) number.DrawCentred(canvas, $"{sector}", middle, baseline);
            else delta.DrawCentred(canvas, Words(seconds, cell.Width - scale.Pixels(1.3)), middle, baseline);
        }
    }

    // Where tenths have no room: less than a second without its zero, more in whole seconds.
    private NoteText Words(double seconds, int room)
    {
        NoteText whole = $"{seconds:+0.0;-0.0;0.0}";
        if (delta.Width(whole) <= room) return whole;
        if (Math.Abs(seconds) < 0.05) return $".0";
        if (Math.Abs(seconds) < 0.95) return $"{seconds:+.0;-.0}";
        return $"{seconds:+0;-0}";
    }

    private Rect CellOf(int sector)
    {
        var (left, right) = (area.Left + scale.Pixels(Margin), area.Right - scale.Pixels(Margin));
        var (from, to) = (left + ((right - left) * (sector - 1) / Sectors.Count), left + ((right - left) * sector / Sectors.Count));
        return new Rect(from, area.Top, to - from - scale.Pixels(1.3), area.Height);
    }

    private static Colour BackgroundOf(double seconds, bool hasEnded)
    {
        if (double.IsNaN(seconds)) return hasEnded ? Theme.PlotLine : Theme.PlotBackground;
        var full = seconds > 0 ? new Colour(196, 48, 40) : new Colour(20, 138, 76);
        var share = 0.25 + (0.75 * Math.Min(1, Math.Abs(seconds) / FullColourSeconds));
        return new Colour(Mix(full.Red, share), Mix(full.Green, share), Mix(full.Blue, share));
    }

    private static byte Mix(byte full, double share) => (byte)(60 + ((full - 60) * share));
}
