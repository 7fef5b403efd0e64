namespace Analyzer.Logs.Discovery;

/// <summary>Looks into videos where names don't tell whose they are.</summary>
internal interface IVideoProbe
{
    /// <summary>Whether a video shows the race's HUD.</summary>
    bool ShowsHud(string video);

    /// <summary>How well a video's clock and speeds fit a log: the share of the clocks looked at that are a row's, 0 to 1.</summary>
    double FitOf(string video, SimTrace trace, EvaluationMetrics? metrics);
}
