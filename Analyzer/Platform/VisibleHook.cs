using Spectre.Console;
using Spectre.Console.Rendering;

namespace Analyzer.Platform;

/// <summary>Makes all texts visible that a console shows, whatever they are part of; what the console itself steers by stays.</summary>
internal sealed class VisibleHook : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => renderable is ControlCode ? renderable : new Shown(renderable));

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(Visible.OfLines(segment.Text), segment.Style));
    }
}
