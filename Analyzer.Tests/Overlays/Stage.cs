using Analyzer.Drawing;
using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Overlays;
using Analyzer.Rewards;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Overlays;

/// <summary>
/// A part of a real evaluation to draw: off-track, pause, driving on, the lap's end and the start of the next. Frame k shows row k.
/// </summary>
internal static class Stage
{
    /// <summary>The first row of the part within its log.</summary>
    private const int FirstRow = 560;

    private static readonly Lazy<Evaluation> Part = new(() => EvaluationOf(SimTraceReader.Read(File("560-720.csv"))));

    public static Evaluation Evaluation => Part.Value;

    public static Scale Scale { get; } = new(1);

    /// <summary>The default settings, with the default rewards.</summary>
    public static OverlaySettings Settings { get; } = SettingsFor(RewardSet.Default);

    public static Fonts Fonts { get; } = new(Scale);

    public static int Frame(int rowOfTheWholeLog) => rowOfTheWholeLog - FirstRow;

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

    /// <summary>The video's frame for a row, where the fixture has it.</summary>
    public static Mat Still(string name) => Cv2.ImRead(File($"{name}.jpg"));

    /// <summary>One overlay alone on a grey 640x480 picture.</summary>
    public static Mat Draw(IOverlay overlay, int frame, OverlaySettings? settings = null, Evaluation? evaluation = null)
    {
        var picture = new Mat(Scale.BaseHeight, Scale.BaseWidth, MatType.CV_8UC3, Scalar.All(128));
        overlay.Draw(Canvas.Of(picture), new Moment(evaluation ?? Evaluation, frame), settings ?? new OverlaySettings());
        return picture;
    }

    private static string File(string name) =>
        Path.Combine(SharedFiles.RepositoryRoot, "Analyzer.Tests", "Fixtures", "july_pro", name);
}
