namespace Analyzer.Reports.Page;

/// <summary>
/// The page's style sheet: light or dark by the reader's setting, one column on a phone; in print black on white, with all that scrolls on
/// a screen.
/// </summary>
internal static class PageStyle
{
    /// <summary>Its text.</summary>
    public const string Css = $$"""
        :root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #ffffff; --card: #f6f8fa; --line: #d1d9e0; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --soft: #9aa4af; --paper: #0d1117; --card: #161b22; --line: #30363d; }
        }
        @media print {
          :root { --ink: #000; --soft: #444; --paper: #fff; --card: #fff; --line: #bbb; color-scheme: light; }
          section, figure, tr { break-inside: avoid; }
        }
        @media screen {
          pre { overflow: auto; max-height: 20rem; }
          .scroll { overflow-x: auto; }
          th, td { white-space: nowrap; }
        }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1rem; max-width: 70rem; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, "DejaVu Sans", Verdana, sans-serif; }
        h1 { font-size: 1.5rem; margin: .5rem 0 0; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p.about { color: var(--soft); margin: 0 0 1rem; overflow-wrap: anywhere; }
        ol.verdict, pre, figure { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
        ol.verdict { padding: .75rem 1rem .75rem 2.25rem; margin: 1rem 0; }
        ol.verdict li { margin: .4rem 0; font-size: 1.05rem; }
        ol.verdict li::marker { font-weight: 700; }
        code { font: .85em ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
        pre { padding: .75rem; }
        pre code { color: var(--ink); overflow-wrap: normal; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; }
        .plots.small { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
        @media (min-width: 60rem) { .plots:not(.small) figure:first-child { grid-row: span 2; } }
        figure { margin: 0; padding: .5rem; min-width: 0; }
        figcaption { font-size: .9rem; color: var(--soft); padding: 0 .25rem .25rem; overflow-wrap: anywhere; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--ink); }
        svg [fill="{{PlotSvg.InkHex}}"] { fill: var(--ink); }
        svg [stroke="{{PlotSvg.InkHex}}"] { stroke: var(--ink); }
        svg [stroke="{{PlotSvg.GridHex}}"] { stroke: var(--line); }
        img { display: block; width: 100%; height: auto; border-radius: .25rem; }
        .scale { display: flex; align-items: center; gap: .5rem; font-size: .85rem; color: var(--soft); padding: 0 .25rem; }
        .scale i { flex: 1; height: .5rem; border-radius: .25rem; max-width: 12rem; print-color-adjust: exact; }
        .keys { display: flex; flex-wrap: wrap; gap: .15rem .9rem; font-size: .85rem; padding: 0 .25rem; overflow-wrap: anywhere; }
        .keys i { display: inline-block; width: 1rem; height: .2rem; margin-right: .35rem; vertical-align: middle;
          print-color-adjust: exact; }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid var(--line); }
        th { color: var(--soft); font-weight: 600; }
        th:first-child, td:first-child { text-align: left; }
        """;
}
