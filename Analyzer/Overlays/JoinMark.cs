using Analyzer.Drawing;

namespace Analyzer.Overlays;

/// <summary>The badge that names the lap of each piece of the joined lap; in another colour where a piece begins.</summary>
internal sealed class JoinMark(Scale scale, Fonts fonts) : IOverlay
{
    private const double Margin = 6;
    private const double JoinSeconds = 1;

    private readonly Badge piece = new(Theme.JoinedBlue, scale, fonts);
    private readonly Badge join = new(Theme.WaitAmber, scale, fonts);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (settings.Joined is not { } joined || joined.PieceAt(moment.Frame) is not { } here) return;
        var isJoin = here.Number > 1 && moment.Frame - here.FirstFrame < moment.Evaluation.Timeline.FramesPerSecond * JoinSeconds;
        NoteText words = $"LAP {here.Lap}  {here.Number}/{joined.Pieces.Length}";
        if (isJoin) words = $"JOIN: LAP {here.Lap}";
        (isJoin ? join : piece).DrawRight(
            canvas, words.Text, canvas.Width - scale.Pixels(Margin), BadgeRows.TopOf(BadgeRows.OfJoinedLap, scale));
    }
}
