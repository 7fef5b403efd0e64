using Spectre.Console;
using Spectre.Console.Rendering;

namespace Analyzer.Platform;

/// <summary>Escapes control characters in all texts that a console renders; the console's own control codes stay.</summary>
internal sealed class EscapingHook : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => renderable is ControlCode ? renderable : new Escaped(renderable));

    private sealed class Escaped(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak
                ? segment
                : new Segment(ControlCharacters.EscapeInLines(segment.Text), segment.Style));
    }
}
