using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays.Panels;
using OpenCvSharp;

namespace Analyzer.Overlays.Composition;

/// <summary>
/// The card before a section of the coach's film: what there is to gain, where on the track, and what the best passage did differently.
/// </summary>
/// <param name="scene">The section.</param>
/// <param name="number">Which of the film's sections it is, from 1.</param>
/// <param name="count">How many there are.</param>
/// <param name="evaluation">The run.</param>
/// <param name="size">The picture's, pixels.</param>
/// <param name="scale">The picture's scale.</param>
internal sealed class CoachCard(CoachScene scene, int number, int count, Evaluation evaluation, Size size, Scale scale) : IOverlay
{
    private const double Left = 48;
    private const double OrdinaryRight = 290;
    private const double BestRight = 400;
    private const double RowHeight = 26;
    private const double FirstRow = 252;

    private readonly TextRenderer title = new(24 * scale.Factor, Colour.White);
    private readonly TextRenderer gain = new(16 * scale.Factor, Theme.GainGold);
    private readonly TextRenderer name = new(9 * scale.Factor, Theme.Name);
    private readonly TextRenderer ordinary = new(9 * scale.Factor, Colour.White);
    private readonly TextRenderer best = new(9 * scale.Factor, Theme.AheadGreen);
    private readonly TrackMap map = new(
        evaluation,
        new Rect(scale.Pixels(BestRight + Left), scale.Pixels(90), size.Width - scale.Pixels(BestRight + (2 * Left)), scale.Pixels(300)),
        scale, new Fonts(scale));

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        canvas.Fill(new Rect(0, 0, canvas.Width, canvas.Height), Theme.Panel);
        var left = scale.Pixels(Left);
        name.Draw(canvas, $"Opportunity {number} of {count}", left, scale.Pixels(84));
        title.Draw(canvas, $"Section {scene.Section.Section} ({scene.Section.Kind})", left, scale.Pixels(128));
        gain.Draw(canvas, $"{scene.Section.Recoverable ?? 0:0.00} s to gain", left, scale.Pixels(166));
        var all = scene.Completed;
        NoteText spread = $"{all[0].Seconds:0.00} to {all[^1].Seconds:0.00} s in {all.Length} laps";
        name.Draw(canvas, $"{spread.Text}, {all.Average(lap => lap.Seconds):0.00} s on average", left, scale.Pixels(190));
        Row(canvas, -1, "", $"lap {scene.Ordinary.Lap}", $"best: lap {scene.Best.Lap}");
        var (usual, fastest) = (scene.Ordinary, scene.Best);
        Row(canvas, 0, "Took", Seconds(usual.Seconds), Seconds(fastest.Seconds));
        Row(canvas, 1, "Entered at", Speed(usual.EntrySpeed), Speed(fastest.EntrySpeed));
        Row(canvas, 2, "Slowest", Speed(usual.MinSpeed), Speed(fastest.MinSpeed));
        Row(canvas, 3, "Left at", Speed(usual.ExitSpeed), Speed(fastest.ExitSpeed));
        Row(canvas, 4, "Asked for at the apex", Speed(usual.ThrottleAtApex), Speed(fastest.ThrottleAtApex));
        Row(canvas, 5, "Steered there", Steering(usual.SteeringAtApex), Steering(fastest.SteeringAtApex));
        map.Draw(canvas, moment, settings);
    }

    private static NoteText Seconds(double seconds) => $"{seconds:0.00} s";

    private static NoteText Speed(double? speed)
    {
        if (speed is not { } known) return $"–";
        return $"{known:0.0} m/s";
    }

    private static NoteText Steering(double degrees)
    {
        if (Math.Abs(degrees) < 0.05) return $"straight on";
        return $"{Math.Abs(degrees):0.#}° {(degrees > 0 ? "left" : "right")}";
    }

    private void Row(Canvas canvas, int row, string what, NoteText usual, NoteText fastest)
    {
        var baseline = scale.Pixels(FirstRow + (row * RowHeight));
        name.Draw(canvas, what, scale.Pixels(Left), baseline);
        ordinary.DrawRight(canvas, usual, scale.Pixels(OrdinaryRight), baseline);
        best.DrawRight(canvas, fastest, scale.Pixels(BestRight), baseline);
    }
}
