using Analyzer.Hud.Digits;
using Analyzer.Tests.Support;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Tests.Hud.Digits;

/// <summary>
/// The kept letters are the means of the sample video's. <c>ACCEPT=1</c> in the environment makes <c>HudFont.png</c> anew from it.
/// </summary>
public class HudFontTests
{
    // Decoders round brightnesses differently.
    private const double Tolerance = 2;

    // Where the sample shows its fields.
    private static readonly Dictionary<HudField, Point> Places = new()
    {
        [HudField.Speed] = new Point(10, 425),
        [HudField.Clock] = new Point(61, 90),
    };

    [Fact]
    public void The_kept_letters_are_those_of_the_sample()
    {
        using var made = LettersOfTheSample();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            Cv2.ImWrite(Path.Combine(SharedFiles.RepositoryRoot, "Analyzer", "Hud", "Digits", "HudFont.png"), made);

        using var stream = typeof(HudFont).Assembly.GetManifestResourceStream(HudFont.Resource)!;
        using var kept = Mat.FromStream(stream, ImreadModes.Grayscale);

        Assert.Equal(made.Size(), kept.Size());
        Assert.InRange(Cv2.Norm(made, kept, NormTypes.INF), 0, Tolerance);
    }

    private static Mat LettersOfTheSample()
    {
        using var video = VideoFile.Open(SampleRun.BundledVideo);
        using var frame = new Mat();
        using var grey = new Mat();
        var means = HudField.All.ToDictionary(field => field, field => new Means(field));
        foreach (var reading in SampleRun.Readings.TakeWhile(_ => video.Read(frame)))
        {
            Cv2.CvtColor(frame, grey, ColorConversionCodes.BGR2GRAY);
            means[HudField.Speed].Add(grey, $"{reading.SpeedCentimetresPerSecond:0000}");
            var time = TimeSpan.FromMilliseconds(reading.ClockMilliseconds!.Value);
            means[HudField.Clock].Add(grey, $"{time:mmssfff}");
        }

        using var first = means[HudField.All[0]].Draw();
        using var second = means[HudField.All[1]].Draw();
        foreach (var mean in means.Values) mean.Dispose();
        using var wider = new Mat();
        var margin = first.Width - second.Width;
        Cv2.CopyMakeBorder(second, wider, 0, 0, 0, Math.Max(0, margin), BorderTypes.Constant);
        using var padded = new Mat();
        Cv2.CopyMakeBorder(first, padded, 0, 0, 0, Math.Max(0, -margin), BorderTypes.Constant);
        var both = new Mat();
        Cv2.VConcat([padded, wider], both);
        return both;
    }

    private sealed class Means(HudField field) : IDisposable
    {
        private readonly Mat[] digits = [.. Enumerable.Range(0, 10).Select(_ => new Mat(field.DigitSize, MatType.CV_32FC1, Scalar.All(0)))];
        private readonly int[] counts = new int[10];
        private readonly Mat word = new(field.WordPlace.Size, MatType.CV_32FC1, Scalar.All(0));
        private int frames;

        public void Add(Mat grey, string shown)
        {
            for (var cell = 0; cell < shown.Length; cell++)
            {
                var digit = shown[cell] - '0';
                var origin = Places[field] + HudField.DigitOrigin + new Point(field.CellOffsets[0][cell], 0);
                Add(grey, new Rect(origin, field.DigitSize), digits[digit]);
                counts[digit]++;
            }

            Add(grey, field.WordPlace + Places[field], word);
            frames++;
        }

        public Mat Draw()
        {
            var line = new Mat(field.DigitSize.Height, HudFont.WordPart(field).Right, MatType.CV_8UC1, Scalar.All(0));
            for (var digit = 0; digit < 10; digit++)
                Draw(digits[digit], counts[digit], line, HudFont.DigitPart(field, digit));

            Draw(word, frames, line, HudFont.WordPart(field));
            return line;
        }

        public void Dispose()
        {
            foreach (var digit in digits) digit.Dispose();
            word.Dispose();
        }

        private static void Add(Mat grey, Rect part, Mat sum)
        {
            using var picture = new Mat(grey, part);
            Cv2.Accumulate(picture, sum, new Mat());
        }

        private static void Draw(Mat sum, int count, Mat line, Rect part)
        {
            var ink = LetterInk.Of([.. sum.AsSpan<float>().ToArray().Select(value => value / count)], part.Width);
            using var inked = Mat.FromPixelData(part.Height, part.Width, MatType.CV_32FC1, ink);
            using var target = new Mat(line, part);
            inked.ConvertTo(target, MatType.CV_8UC1, 255);
        }
    }
}
