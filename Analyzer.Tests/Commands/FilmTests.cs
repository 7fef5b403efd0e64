using Analyzer.Commands;
using Analyzer.Drawing;
using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Overlays.Composition;
using Analyzer.Sessions;
using Analyzer.Tests.Overlays;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Commands;

/// <summary>What <c>render</c> makes beside the whole run: the joined lap and the coach's film.</summary>
public sealed class FilmTests : IDisposable
{
    private const int CardFrames = 45;

    private readonly SampleRun run = SampleRun.Read();

    [Fact]
    public void The_joined_lap_is_rendered_piece_by_piece()
    {
        var session = run.Open();
        var route = ReportSource.JoinedOf(session);
        int[] frames = [.. route.Frames.Where(frame => frame is >= 280 and <= 400)];
        var output = run.Beside("joined.mp4");

        var result = Render("--joined", "--from", "280", "--to", "400", "-o", output);

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Output));
        using var pipeline = session.OpenFrames(box: null, forSeeking: false);
        var settings = session.Settings with { Joined = route };
        var pictures = Pictures.Of(output);
        Assert.Equal(frames.Length, pictures.Count);
        Assert.True(frames.Length is > 20 and < 121, $"{frames.Length} frames");
        foreach (var (frame, picture) in frames.Zip(pictures))
        {
            Assert.True(Pictures.AreAlike(pipeline.Composer.Compose(pipeline.Frames, frame, settings), picture), $"frame {frame}");
            picture.Dispose();
        }
    }

    [Fact]
    public void The_joined_lap_goes_forward_to_its_end_in_no_more_than_the_best_laps_time()
    {
        var session = run.Open();
        var (timeline, times) = (session.Run.Evaluation.Timeline, session.Laps.Times);
        var route = ReportSource.JoinedOf(session);

        var rows = route.Frames.Select(frame => timeline.RowAt(frame)!.Index).ToArray();
        var progress = rows.Select(times.ProgressAt).ToArray();

        Assert.Equal(progress.Order(), progress);
        Assert.Equal(100, progress[^1]);
        Assert.All(route.Frames, frame => Assert.Equal(timeline.LapAt(frame).Number, route.PieceAt(frame)!.Lap));
        Assert.True(route.Frames.Length / timeline.FramesPerSecond < times.SecondsOf(times.Best!) + 0.2);
    }

    [Fact]
    public void The_coachs_film_is_a_card_and_then_the_median_passage_beside_the_best()
    {
        var evaluation = run.Open().Run.Evaluation;
        var scene = CoachScene.Of(evaluation.Sections[evaluation.Sections.Opportunities[0]], evaluation.Laps.Times);
        var (first, last) = scene.FramesIn(evaluation.Timeline);
        var output = run.Beside("coach.mp4");

        var result = Render("--coach", "1", "-o", output);

        Assert.Equal((ExitCodes.Done, ""), (result.ExitCode, result.Output));
        Assert.InRange(new FileInfo(output).Length, 1, 20_000_000 / 3);
        var pictures = Pictures.Of(output);
        Assert.Equal(CardFrames + last - first + 1, pictures.Count);
        using var card = Card(scene, evaluation);
        Assert.True(Pictures.AreAlike(card, pictures[CardFrames - 1]));
        Assert.False(Pictures.AreAlike(card, pictures[CardFrames]));
        foreach (var picture in pictures) picture.Dispose();
    }

    [Fact]
    public void An_ordinary_passage_is_the_median_one_and_half_a_second_around_it_is_shown()
    {
        var evaluation = Stage.Evaluation;
        var times = evaluation.Laps.Times;

        Assert.All(evaluation.Sections.All, section =>
        {
            var scene = CoachScene.Of(section, times);
            var (first, last) = scene.FramesIn(evaluation.Timeline);
            var lap = times.Trace.Laps[scene.Ordinary.Lap - 1];
            Assert.Equal(section.Laps.Select(lap => lap.Seconds).Order().ElementAt(1), scene.Ordinary.Seconds);
            Assert.Equal(section.BestLap, scene.Best.Lap);
            Assert.Equal(Math.Max(lap.FirstRow, scene.Ordinary.FromRow - 8), first);
            Assert.Equal(Math.Min(lap.LastRow, scene.Ordinary.ToRow + 8), last);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_card_is_drawn_as_accepted(int place)
    {
        var evaluation = Stage.Evaluation;
        var scene = CoachScene.Of(evaluation.Sections[evaluation.Sections.Opportunities[place]], evaluation.Laps.Times);

        using var card = Card(scene, evaluation);

        Golden.Matches($"coach - card {place + 1}", card);
    }

    [Theory]
    [InlineData("--coach 1 --compare", "--compare changes nothing beside --coach: the film is in the compare view in any case.")]
    [InlineData("--coach 1 --against x", "--against changes nothing beside --coach: the film compares the run with itself.")]
    [InlineData("--coach 1 --reward A=1", "--reward changes nothing beside --coach: the film shows no rewards.")]
    [InlineData("--compare --rewards x", "--rewards changes nothing beside --compare: the compare view shows no rewards.")]
    [InlineData("--compare --reward-function x", "--reward-function changes nothing beside --compare: the compare view shows no rewards.")]
    [InlineData("--compare --against x", null)]
    [InlineData("--joined --reward A=1", null)]
    public void What_is_asked_for_in_vain_is_said(string options, string? remark)
    {
        var result = AnalyzerInProcess.Run(["render", run.Beside("none"), .. options.Split(' '), "-o", run.Beside("none.mp4")]);

        Assert.Equal(ExitCodes.NotAnalysed, result.ExitCode);
        Assert.Equal(remark is null ? [] : [remark], result.ErrorLines[..^1]);
    }

    [Fact]
    public void Frames_that_the_joined_lap_does_not_have_are_said()
    {
        var result = Render("--joined", "--from", "0", "--to", "3", "-o", run.Beside("none.mp4"));

        Assert.Equal(ExitCodes.NotAnalysed, result.ExitCode);
        Assert.Contains("--from 0 --to 3: the joined lap has none of these frames.", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(run.Beside("none.mp4")));
    }

    [Theory]
    [InlineData("--joined", "--joined: a joined lap takes two completed laps of an evaluation, which this run does not have.")]
    [InlineData("--coach 2", "--coach: there is no section to gain time in; that takes two completed laps of an evaluation.")]
    public void A_run_of_one_completed_lap_has_neither(string option, string error)
    {
        File.WriteAllLines(run.Log, [.. File.ReadLines(run.Log).Where(line => !(line.StartsWith("1,", StringComparison.Ordinal)
            || line.StartsWith("2,", StringComparison.Ordinal)))]);

        var result = Render([.. option.Split(' '), "--force", "-o", run.Beside("none.mp4")]);

        Assert.Equal((ExitCodes.NotAnalysed, error), (result.ExitCode, result.ErrorLines[^1]));
        Assert.False(File.Exists(run.Beside("none.mp4")));
    }

    public void Dispose() => run.Dispose();

    private ProgramResult Render(params string[] arguments) => AnalyzerInProcess.Run(["render", run.Model, "--keep-log", .. arguments]);

    private static Mat Card(CoachScene scene, Evaluation evaluation)
    {
        var layout = Stage.Layout(720);
        var picture = new Mat(layout.Size(withPanel: true), MatType.CV_8UC3);
        var frame = evaluation.Timeline.FirstFrameFrom(scene.Ordinary.FromRow)!.Value;
        var compared = evaluation with { Laps = scene.ComparisonsOf(evaluation.Laps.Times) };
        var scale = new Scale((double)layout.Video.Height / Scale.BaseHeight);
        new CoachCard(scene, 1, 1, compared, picture.Size(), scale).Draw(
            Canvas.Of(picture), new Moment(compared, frame), new OverlaySettings
            {
                Compare = true,
                Comparison = LapComparison.Against,
                Opportunity = scene.Section.Section,
            });
        return picture;
    }
}
