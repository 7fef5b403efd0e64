using System.Collections.Immutable;
using Analyzer.Hud.Digits;

namespace Analyzer.Hud.Layout;

/// <summary>Where a video shows its HUD's fields.</summary>
/// <param name="Places">By field; none for a field that the video does not show.</param>
internal sealed record HudLayout(ImmutableDictionary<HudField, FieldPlace> Places)
{
    /// <summary>The width of the simulator's picture, in whose pixels all places are given.</summary>
    public const int SimulatorWidth = 640;

    /// <summary>The height of the simulator's picture.</summary>
    public const int SimulatorHeight = 480;

    /// <summary>Nothing found.</summary>
    public static readonly HudLayout Empty = new(ImmutableDictionary<HudField, FieldPlace>.Empty);

    /// <summary>The fields of the HUD that were not found.</summary>
    public IEnumerable<HudField> Missing => HudField.All.Except(Places.Keys);

    /// <summary>The place of a field; null where the video does not show it.</summary>
    public FieldPlace? this[HudField field] => Places.GetValueOrDefault(field);

    /// <summary>The layout with a field's place.</summary>
    public HudLayout With(HudField field, FieldPlace place) => new(Places.SetItem(field, place));
}
