using Analyzer.Hud.Layout;

namespace Analyzer.Hud.Strips;

/// <summary>The strips of one text for a stretch of frames: one block of memory, used again for the next stretch.</summary>
internal sealed class StripStore(HudField text, int capacity)
{
    private readonly byte[] pixels = new byte[(long)text.StripSize * capacity];

    /// <summary>The text whose strips these are.</summary>
    public HudField Text => text;

    /// <summary>The strip of a frame, counted from the stretch's first.</summary>
    public Span<byte> this[int frame] => pixels.AsSpan(frame * text.StripSize, text.StripSize);
}
