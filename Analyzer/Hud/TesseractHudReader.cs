using System.Globalization;
using System.Text.RegularExpressions;
using OpenCvSharp;
using OpenCvSharp.Text;

namespace Analyzer.Hud;

/// <summary>Reads speed and clock at their usual places with Tesseract: the text enlarged three times, one line, only its own characters.</summary>
public sealed partial class TesseractHudReader : IHudReader
{
    private const int Enlarged = 3;
    private const int BaseWidth = 640;
    private static readonly Rect SpeedPlace = new(6, 416, 96, 26);
    private static readonly Rect ClockPlace = new(6, 84, 146, 26);

    private readonly OCRTesseract speeds;
    private readonly OCRTesseract clocks;
    private readonly Mat grey = new();
    private readonly Mat large = new();

    /// <summary>Starts Tesseract.</summary>
    /// <param name="tessdataFolder">Its language data.</param>
    public TesseractHudReader(string tessdataFolder)
    {
        const int singleLine = 7;
        speeds = OCRTesseract.Create(tessdataFolder, "eng", "0123456789.m/s", 1, singleLine);
        clocks = OCRTesseract.Create(tessdataFolder, "eng", "0123456789.:|Race", 1, singleLine);
    }

    /// <inheritdoc/>
    public HudReading Read(Mat frame) => new(ParseSpeed(Text(speeds, frame, SpeedPlace)), ParseClock(Text(clocks, frame, ClockPlace)));

    /// <summary>The speed in a text such as <c>02.34 m/s</c>, in hundredths of a metre a second.</summary>
    public static int? ParseSpeed(string text) => SpeedText().Match(text) is { Success: true } match
        ? (Number(match, 1) * 100) + Number(match, 2)
        : null;

    /// <summary>The clock in a text such as <c>Race | 00:46.879</c>, in milliseconds.</summary>
    public static int? ParseClock(string text) => ClockText().Match(text) is { Success: true } match
        ? (((Number(match, 1) * 60) + Number(match, 2)) * 1000) + Number(match, 3)
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        speeds.Dispose();
        clocks.Dispose();
        grey.Dispose();
        large.Dispose();
    }

    private string Text(OCRTesseract tesseract, Mat frame, Rect place)
    {
        var scale = (double)frame.Width / BaseWidth;
        var scaled = new Rect((int)(place.X * scale), (int)(place.Y * scale), (int)(place.Width * scale), (int)(place.Height * scale));
        using var part = new Mat(frame, scaled.Intersect(new Rect(0, 0, frame.Width, frame.Height)));
        Cv2.CvtColor(part, grey, ColorConversionCodes.BGR2GRAY);
        Cv2.Resize(grey, large, default, Enlarged / scale, Enlarged / scale, InterpolationFlags.Cubic);
        tesseract.Run(large, out var text, out _, out _, out _);
        return text;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d\d)\.(\d\d)\s*m/?s?")]
    private static partial Regex SpeedText();

    [GeneratedRegex(@"(\d\d):(\d\d)\.(\d\d\d)\s*$")]
    private static partial Regex ClockText();
}
