using Analyzer.Drawing;
using Analyzer.Laps;
using OpenCvSharp;

namespace Analyzer.Overlays.Panels;

/// <summary>
/// Two lines under the map: what the chosen section costs, and what the best passage did differently. While none is chosen, where most is
/// to be gained, and the key that goes there.
/// </summary>
/// <param name="evaluation">The run.</param>
/// <param name="area">Where they stand, pixels.</param>
/// <param name="scale">The picture's scale.</param>
/// <param name="fonts">The picture's letters.</param>
internal sealed class OpportunityLines(Evaluation evaluation, Rect area, Scale scale, Fonts fonts) : IOverlay
{
    /// <summary>Their height at the base scale, pixels.</summary>
    public const double Height = 21;

    private const double Margin = 8;
    private const double LineHeight = 10.5;

    private readonly LapSections sections = evaluation.Sections;
    private readonly TextRenderer gain = fonts.Small(Theme.GainGold);
    private readonly TextRenderer plain = fonts.Small(Colour.White);
    private readonly TextRenderer hint = fonts.Small(Theme.Name);

    /// <inheritdoc/>
    public void Draw(Canvas canvas, in Moment moment, OverlaySettings settings)
    {
        if (settings.Opportunity is { } number)
        {
            var section = sections[number];
            Line(canvas, 0, gain, $"Section {number} ({section.Kind}): {section.Recoverable ?? 0:0.00} s to gain");
            var lap = moment.Lap.Number;
            Line(canvas, 1, plain, DifferenceIn(section, lap, isShort: false), DifferenceIn(section, lap, isShort: true));
        }
        else if (sections.Opportunities is [var first, ..])
        {
            var (kind, seconds) = (sections[first].Kind, sections[first].Recoverable ?? 0);
            NoteText whole = $"Most to gain: section {first} ({kind}), {seconds:0.00} s (J)";
            if (hint.Width(whole) <= Room)
            {
                Line(canvas, 0, hint, whole);
                return;
            }

            Line(canvas, 0, hint, $"Most to gain (J):");
            Line(canvas, 1, hint, $"section {first} ({kind}), {seconds:0.00} s");
        }
    }

    /// <summary>What a section's best passage did differently from a lap's.</summary>
    internal static NoteText DifferenceIn(SectionFigures section, int lap, bool isShort)
    {
        var (best, here) = (section.PassageOf(section.BestLap), section.PassageOf(lap));
        if (best?.EntrySpeed is not { } entry) return $"best in lap {section.BestLap ?? lap}";
        if (best.Lap == lap) return $"best in this lap: entered at {entry:0.0} m/s";
        if (here?.EntrySpeed is not { } other) return $"best in lap {best.Lap}: entered at {entry:0.0} m/s";
        var isAsFast = Math.Round(entry, 1) == Math.Round(other, 1);
        if (isAsFast && isShort) return $"lap {best.Lap}: entered as fast, at {entry:0.0} m/s";
        if (isAsFast) return $"best in lap {best.Lap}: entered as fast, at {entry:0.0} m/s";
        if (isShort) return $"lap {best.Lap}: entered at {entry:0.0}, not {other:0.0} m/s";
        return $"best in lap {best.Lap}: entered at {entry:0.0} instead of {other:0.0} m/s";
    }

    private int Room => area.Width - (2 * scale.Pixels(Margin));

    private void Line(Canvas canvas, int line, TextRenderer text, NoteText words) => Line(canvas, line, text, words, words);

    private void Line(Canvas canvas, int line, TextRenderer text, NoteText words, NoteText shorter)
    {
        var baseline = area.Top + (((line + 0.8) * LineHeight) * scale.Factor);
        text.DrawFitted(canvas, text.Width(words) <= Room ? words : shorter, area.Left + scale.Pixels(Margin), baseline, Room);
    }
}
