using Analyzer.Hud;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Hud.Digits;

public class UnseenDigitTests
{
    private const int Frames = 300;

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_digit_that_was_never_learned_is_not_taken_for_another(int unseen)
    {
        var text = HudField.Speed;
        var truth = SampleRun.Readings.Take(Frames).Select(reading => reading.SpeedCentimetresPerSecond!.Value).ToList();
        var strips = new StripStore(text, Frames);
        CutStrips(strips);
        var labels = truth.SelectMany((value, frame) => Digits(value).Select((digit, cell) => new DigitLabel(frame, cell, digit))).ToList();
        var places = CellAligner.Align(text, strips, [.. truth.Select((value, frame) => (frame, Digits(value)))]);
        var learner = new DigitTrainer(text, places);
        foreach (var label in labels.Where(label => label.Digit != unseen))
            learner.Add(strips[label.Frame], label.Cell, label.Digit);

        using var engine = TesseractReader.Start(Tessdata.Find());
        using var tesseract = new TesseractReader(text, engine);
        var read = new ReadingResolver(learner.Train(3)!, tesseract).Resolve(strips, Frames).Values;

        Assert.DoesNotContain(read.Zip(truth), pair => pair.First is { } value && value != pair.Second);
    }

    private static void CutStrips(StripStore strips)
    {
        using var video = VideoFile.Open(SampleRun.BundledVideo);
        using var frame = new Mat();
        using var finder = new LayoutFinder(Tessdata.Find());
        StripCutter? cutter = null;
        for (var i = 0; i < Frames && video.Read(frame); i++)
        {
            cutter ??= Cutter(finder.Find(frame), frame);
            cutter.Cut(frame, strips[i]);
        }

        cutter?.Dispose();

        StripCutter Cutter(HudLayout layout, Mat first) => new(strips.Text, layout.Speed!.Value, layout.Scale, first.Size());
    }

    private static int[] Digits(int speed) => [speed / 1000, speed / 100 % 10, speed / 10 % 10, speed % 10];
}
