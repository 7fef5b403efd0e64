using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Platform;
using Analyzer.Video;
using Analyzer.Video.Sinks;
using OpenCvSharp;

namespace Analyzer.Sessions.Rendering;

/// <summary>
/// Writes a film of the sections in which most time is to be gained: for each a card, then an ordinary passage beside the best one.
/// </summary>
/// <param name="session">The run.</param>
/// <param name="terminal">Where remarks and progress are shown.</param>
internal sealed class CoachFilm(Session session, Terminal terminal)
{
    /// <summary>The option that asks for it.</summary>
    public const string Option = "--coach";

    private const double CardSeconds = 3;

    /// <summary>Renders it.</summary>
    /// <param name="maxSections">Of how many sections; fewer where there are fewer in which time is to be gained.</param>
    /// <param name="path">The file; written whole or not at all, over an older one.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="RunException">There is no time to be gained anywhere, or the file can't be written.</exception>
    public string Render(int maxSections, string path, CancellationToken cancellation)
    {
        var (evaluation, times) = (session.Run.Evaluation, session.Laps.Times);
        var scenes = evaluation.Sections.Opportunities.Take(maxSections)
            .Select(section => CoachScene.Of(evaluation.Sections[section], times))
            .ToArray();
        if (scenes.Length == 0)
            throw new RunException($"{Option}: there is no section to gain time in; that takes two completed laps of an evaluation.");
        if (scenes.Length < maxSections) terminal.Remark($"{Option} {maxSections}: time is to be gained in {scenes.Length} sections only.");
        if (!VideoSinks.WritesH264) terminal.Remark(VideoSinks.WithoutFfmpeg);
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        var size = pipeline.Composer.Layout.Size(withPanel: true);
        using var sink = VideoSinks.Open(path, size, evaluation.Timeline.FramesPerSecond, cancellation: cancellation);
        return terminal.WithProgress("Rendering", "sections", progress =>
        {
            foreach (var (index, scene) in scenes.Index())
            {
                Write(sink, pipeline, scene, index + 1, scenes.Length, cancellation);
                progress.Report(new Progress(index + 1, scenes.Length));
            }

            sink.Finish();
            return sink.Path;
        });
    }

    private void Write(IVideoSink sink, FramePipeline pipeline, CoachScene scene, int number, int count, CancellationToken cancellation)
    {
        var (run, layout) = (session.Run, pipeline.Composer.Layout);
        var evaluation = run.Evaluation with { Laps = scene.ComparisonsOf(session.Laps.Times) };
        var settings = session.Settings with
        {
            Compare = true,
            Comparison = LapComparison.Against,
            Opportunity = scene.Section.Section,
        };
        var (first, last) = scene.FramesIn(evaluation.Timeline);
        var size = layout.Size(settings);
        using var picture = new Mat(size, MatType.CV_8UC3);
        var begin = new Moment(evaluation, evaluation.Timeline.FirstFrameFrom(scene.Ordinary.FromRow) ?? first);
        new CoachCard(scene, number, count, evaluation, size, pipeline.Composer.Scale).Draw(Canvas.Of(picture), begin, settings);
        for (var shown = 0; shown < CardSeconds * evaluation.Timeline.FramesPerSecond; shown++) sink.Write(picture);
        using var composer = new FrameComposer(evaluation, layout)
        {
            Open = _ => Task.FromResult(new ComparedRun(evaluation, new VideoFrames(run.VideoPath), null)),
        };
        for (var frame = first; frame <= last; frame++)
        {
            cancellation.ThrowIfCancellationRequested();
            sink.Write(composer.Compose(pipeline.Frames, frame, settings));
        }
    }
}
