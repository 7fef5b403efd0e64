using Analyzer.Logs;
using Analyzer.Logs.Discovery;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>Videos that nobody looks into: all but cameras known by name have a HUD, and none fits a log.</summary>
internal sealed class NoProbe : IVideoProbe
{
    public bool ShowsHud(string video) => !VideoMatcher.LooksWithoutHud(video);

    public double FitOf(string video, SimTrace trace, EvaluationMetrics? metrics) => 0;
}
