using System.Globalization;
using System.Runtime.InteropServices;
using Analyzer.Hud;
using Analyzer.Hud.Digits;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Hud;

/// <summary>
/// Draws the HUD as the simulator does - the text dark at its four diagonal neighbours, then white - on a background of one's own.
/// </summary>
internal static class MadeUpHud
{
    /// <summary>A frame (BGR, 640x480) that shows a reading.</summary>
    /// <param name="background">What the frame shows beneath.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="speed">The place of the speed's digits.</param>
    /// <param name="clock">The place of the clock's digits.</param>
    /// <param name="layout">0 for whole-pixel advances, 1 for fractional ones.</param>
    public static Mat Draw(Mat background, HudReading reading, Point speed, Point clock, int layout)
    {
        var frame = background.Clone();
        Cv2.Rectangle(frame, new Rect(speed.X - 10, speed.Y - 6, 122, 25), new Scalar(30, 30, 30), -1);
        Draw(frame, HudField.Speed, $"{reading.SpeedCentimetresPerSecond:0000}", speed, layout);
        var time = TimeSpan.FromMilliseconds(reading.ClockMilliseconds!.Value);
        Draw(frame, HudField.Clock, time.ToString("mmssfff", CultureInfo.InvariantCulture), clock, layout);
        return frame;
    }

    /// <summary>A video of such frames, which are disposed of.</summary>
    public static string Encode(TempFolder folder, IEnumerable<Mat> frames, string filter)
    {
        var (raw, video) = (folder.Path("frames.bgr"), folder.Path("video.mp4"));
        using (var stream = File.Create(raw))
        {
            foreach (var frame in frames)
            {
                using (frame)
                    stream.Write(MemoryMarshal.AsBytes(frame.AsSpan<Vec3b>()));
            }
        }

        SystemProgram.Output("ffmpeg", [
            "-nostdin", "-v", "error", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", "640x480", "-r", "15", "-i", raw,
            "-vf", filter, "-preset", "ultrafast", "-pix_fmt", "yuv420p", video]);
        return video;
    }

    private static void Draw(Mat frame, HudField field, string digits, Point place, int layout)
    {
        using var stream = typeof(HudFont).Assembly.GetManifestResourceStream(HudFont.Resource)!;
        using var letters = Mat.FromStream(stream, ImreadModes.Grayscale);
        var line = field == HudField.Speed ? 0 : HudField.Speed.DigitSize.Height;
        for (var cell = 0; cell < digits.Length; cell++)
        {
            var at = place + HudField.DigitOrigin + new Point(field.CellOffsets[layout][cell], 0);
            Draw(HudFont.DigitPart(field, digits[cell] - '0'), at);
        }

        Draw(HudFont.WordPart(field), place + field.WordPlace.TopLeft);

        void Draw(Rect letter, Point at)
        {
            using var ink = new Mat(letters, letter + new Point(0, line));
            foreach (var (x, y) in new[] { (-1, -1), (1, -1), (-1, 1), (1, 1) })
                Blend(frame, ink, at + new Point(x, y), 25);

            Blend(frame, ink, at, byte.MaxValue);
        }
    }

    private static void Blend(Mat frame, Mat ink, Point at, double brightness)
    {
        using var part = new Mat(frame, new Rect(at, ink.Size()));
        using var colour = new Mat(part.Size(), part.Type(), Scalar.All(brightness));
        using var share = new Mat();
        Cv2.CvtColor(ink, share, ColorConversionCodes.GRAY2BGR);
        using var covered = new Mat();
        Cv2.Multiply(colour, share, covered, 1 / 255.0);
        using var left = new Mat();
        using var inverse = new Mat();
        Cv2.BitwiseNot(share, inverse);
        Cv2.Multiply(part, inverse, left, 1 / 255.0);
        Cv2.Add(covered, left, part);
    }
}
