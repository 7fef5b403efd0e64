using Analyzer.Drawing;
using Analyzer.Hud;
using Analyzer.Hud.Layout;
using Analyzer.Laps;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Reports.Analyses;
using Analyzer.Rewards;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>
/// The bundled sample to draw, as if each of its rows had been filmed once: frame k shows row k.
/// </summary>
internal static class Stage
{
    private static readonly Lazy<Evaluation> Sample = new(() =>
    {
        var filmed = EvaluationOf(
            SampleRun.Trace, ActionSpace.FromMetadata(Path.Combine(SampleRun.Bundled, "model", "model_metadata.json")));
        var input = new ReportInput(filmed.Laps.Times, filmed.ActionSpace, new RewardTable([])) { Timeline = filmed.Timeline };
        return filmed with
        {
            SmallMap = SmallMapFinder.Find(SampleRun.BundledVideo, CancellationToken.None),
            Sections = new LapSections(SectionAnalysis.Add(input, new Report()).Sections),
        };
    });

    public static Evaluation Evaluation => Sample.Value;

    public static Scale Scale { get; } = new(1);

    /// <summary>The default settings, with the default rewards.</summary>
    public static OverlaySettings Settings { get; } = SettingsFor(RewardSet.Default);

    public static Fonts Fonts { get; } = new(Scale);

    public static PictureLayout Layout(int height) => PictureLayout.Inside(new Size(640, 480), new Size(height * 16 / 9, height));

    public static OverlaySettings SettingsFor(RewardSet rewards) => new()
    {
        Rewards = new RewardState(RewardTable.Evaluate(rewards, new RewardRows(Evaluation.Timeline.Trace))),
    };

    /// <summary>A log as if each of its rows had been filmed once.</summary>
    public static Evaluation EvaluationOf(SimTrace trace, ActionSpace? actionSpace = null)
    {
        var readings = trace.Rows.Select(row => new HudReading(
            (int)Math.Round(row.DisplacementSpeedMetresPerSecond * 100), (int)row.TimestampMilliseconds));
        var timeline = new Timeline(trace, [.. readings], [.. trace.Rows.Select(row => (int?)row.Index)], 15, SyncMode.Clock);
        return new Evaluation(timeline, actionSpace ?? ActionSpace.FromTrace(trace));
    }

    /// <summary>The video's picture of a row.</summary>
    public static Mat Still(int row) => SampleFrames.Of(SampleRun.FrameOf(row));

    /// <summary>One overlay alone on a grey 640x480 picture.</summary>
    public static Mat Draw(IOverlay overlay, int frame, OverlaySettings? settings = null, Evaluation? evaluation = null)
    {
        var picture = new Mat(Scale.BaseHeight, Scale.BaseWidth, MatType.CV_8UC3, Scalar.All(128));
        overlay.Draw(Canvas.Of(picture), new Moment(evaluation ?? Evaluation, frame), settings ?? new OverlaySettings());
        return picture;
    }
}
