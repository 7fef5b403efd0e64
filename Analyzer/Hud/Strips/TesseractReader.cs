using System.Text.RegularExpressions;
using Analyzer.Hud.Layout;
using OpenCvSharp;
using OpenCvSharp.Text;

namespace Analyzer.Hud.Strips;

/// <summary>Reads one text's strips with Tesseract: the teacher of the digit pictures, and the second opinion on doubtful frames.</summary>
internal sealed partial class TesseractReader : IDisposable
{
    private const int LstmAndLegacyAsAvailable = 3;
    private const int SingleLine = 7;

    // Tesseract reads digits of about 40 pixels best: three times the simulator's.
    private const double Enlargement = 3;

    private readonly HudField text;
    private readonly OCRTesseract engine;
    private readonly string characters;
    private readonly Mat strip;
    private readonly Mat enlarged = new();

    /// <summary>A reader that borrows an engine of <see cref="Start"/>; several may share one, on one thread at a time.</summary>
    public TesseractReader(HudField text, OCRTesseract engine)
    {
        (this.text, this.engine) = (text, engine);
        characters = text == HudField.Speed ? "0123456789.m/s" : "0123456789.:";
        strip = new Mat(text.StripHeight, text.StripWidth, MatType.CV_8UC1);
    }

    /// <summary>Starts Tesseract, which takes as long as decoding thirty frames.</summary>
    public static OCRTesseract Start(string tessdataFolder) =>
        OCRTesseract.Create(tessdataFolder, "eng", "", LstmAndLegacyAsAvailable, SingleLine);

    /// <summary>Reads the digits of a strip into <paramref name="digits"/>; false where what is read is not the text's form.</summary>
    public bool TryRead(ReadOnlySpan<byte> pixels, Span<int> digits)
    {
        pixels.CopyTo(strip.AsSpan<byte>());
        Cv2.Resize(strip, enlarged, default, Enlargement, Enlargement, InterpolationFlags.Cubic);

        // Black on white, without the road behind it: on the picture as it is, a clock in five comes out wrong.
        Cv2.Threshold(enlarged, enlarged, 0, byte.MaxValue, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        engine.SetWhiteList(characters);
        engine.Run(enlarged, out var read, out _, out _, out _, ComponentLevels.Word);
        return Parse(read, digits);
    }

    public void Dispose()
    {
        strip.Dispose();
        enlarged.Dispose();
    }

    private bool Parse(string read, Span<int> digits)
    {
        var match = (text == HudField.Speed ? SpeedForm() : ClockForm()).Match(string.Concat(read.Where(c => !char.IsWhiteSpace(c))));
        if (!match.Success)
            return false;

        var next = 0;
        foreach (var c in match.Value)
        {
            if (char.IsAsciiDigit(c) && next < digits.Length)
                digits[next++] = c - '0';
        }

        return next == text.Digits && text.Value(digits) is not null;
    }

    [GeneratedRegex(@"^\d\d\.\d\d(m/?s?)?$")]
    private static partial Regex SpeedForm();

    [GeneratedRegex(@"^\d\d[.:]*\d\d[.:]*\d\d\d$")]
    private static partial Regex ClockForm();
}
