using System.Text.RegularExpressions;
using Analyzer.Platform;
using OpenCvSharp;
using OpenCvSharp.Text;

namespace Analyzer.Hud.Layout;

/// <summary>
/// Finds the HUD's speed and clock anywhere in a frame by what Tesseract reads there: <c>NN.NN m/s</c> and <c>Race | mm:ss.mmm</c>.
/// </summary>
internal sealed partial class LayoutFinder : IDisposable
{
    private const int LstmAndLegacyAsAvailable = 3;
    private const int SparseText = 11;

    // Tesseract reads letters of 26 to 30 pixels well; the HUD's are 13 and 14 in the simulator's picture.
    private const double Enlargement = 2;

    // In enlarged pixels; the HUD's strokes are two of the simulator's wide, those of its heavy lap count four.
    private const int WidestStroke = 14;

    // From the left of the digits' ink to the left of `m/s`, and from the left of `Race` to that of the digits.
    private const int DigitsToUnit = 56;
    private const int RaceToDigits = 51;

    // A place further off than this from where its neighbour word puts it is another text.
    private const int Tolerance = 5;

    private readonly OCRTesseract engine;
    private readonly Mat grey = new();
    private readonly Mat enlarged = new();
    private readonly Mat stroke = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(WidestStroke, WidestStroke));

    public LayoutFinder(string tessdataFolder) =>
        engine = OCRTesseract.Create(tessdataFolder, "eng", "", LstmAndLegacyAsAvailable, SparseText);

    /// <summary>What is found in one frame (BGR, the video's own size).</summary>
    public HudLayout Find(Mat frame)
    {
        var scale = (double)frame.Width / HudLayout.SimulatorWidth;
        Cv2.CvtColor(frame, grey, ColorConversionCodes.BGR2GRAY);
        Cv2.Resize(grey, enlarged, default, Enlargement / scale, Enlargement / scale, InterpolationFlags.Cubic);

        // Only fine bright strokes, black on white: on the picture as it is, Tesseract takes the plate of a text for a shape.
        Cv2.MorphologyEx(enlarged, enlarged, MorphTypes.TopHat, stroke);
        Cv2.Threshold(enlarged, enlarged, 0, byte.MaxValue, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu);
        Rect[] places;
        string?[] texts;
        using (new QuietStandardError())
            engine.Run(enlarged, out _, out places, out texts, out _, ComponentLevels.Word);

        var words = places.Zip(texts, (place, text) => new Word((text ?? "").Trim(), Shrink(place))).ToList();
        return new HudLayout(scale, FindSpeed(words), FindClock(words));
    }

    public void Dispose()
    {
        engine.Dispose();
        grey.Dispose();
        enlarged.Dispose();
        stroke.Dispose();
    }

    private static Rect Shrink(Rect place) => new(
        (int)Math.Round(place.X / Enlargement), (int)Math.Round(place.Y / Enlargement),
        (int)Math.Round(place.Width / Enlargement), (int)Math.Round(place.Height / Enlargement));

    // The unit's slash stands out a pixel above the digits.
    private static Point? FindSpeed(List<Word> words)
    {
        foreach (var unit in words.Where(word => UnitForm().IsMatch(word.Text)))
        {
            var expected = new Point(unit.Place.X - DigitsToUnit, unit.Place.Y + 1);
            var digits = words.Find(word => SpeedForm().IsMatch(word.Text) && word.IsNear(expected));
            if (digits is not null)
                return Place(HudField.Speed, digits.Place, expected);
        }

        return words.Find(word => SpeedWithUnitForm().IsMatch(word.Text)) is { } joined ? joined.Place.TopLeft : null;
    }

    private static Point? FindClock(List<Word> words)
    {
        foreach (var race in words.Where(word => word.Text.StartsWith("Race", StringComparison.Ordinal)))
        {
            var expected = new Point(race.Place.X + RaceToDigits, race.Place.Y);
            var digits = words.Find(word => ClockBeginning().IsMatch(word.Text) && word.IsNear(expected));
            if (digits is not null)
                return Place(HudField.Clock, digits.Place, expected);
        }

        return words.Find(word => ClockForm().IsMatch(word.Text)) is { } alone ? alone.Place.TopLeft : null;
    }

    // Tesseract's own frame of the digits where it has their size, else the place that the word beside them gives.
    private static Point Place(HudField text, Rect digits, Point expected) =>
        Math.Abs(digits.Height - text.InkHeight) <= 1 ? new Point(digits.X, digits.Bottom - text.InkHeight) : expected;

    [GeneratedRegex("^m/?s?$|^[mn]?/s$")]
    private static partial Regex UnitForm();

    [GeneratedRegex(@"^\d\d\.\d\d$")]
    private static partial Regex SpeedForm();

    [GeneratedRegex(@"^\d\d\.\d\dm/s?$")]
    private static partial Regex SpeedWithUnitForm();

    [GeneratedRegex(@"^\d\d\D?\d\d")]
    private static partial Regex ClockBeginning();

    [GeneratedRegex(@"^\d\d\D?\d\d\D?\d\d\D?\d\D?$")]
    private static partial Regex ClockForm();

    private sealed record Word(string Text, Rect Place)
    {
        public bool IsNear(Point expected) =>
            Math.Abs(Place.X - expected.X) <= Tolerance && Math.Abs(Place.Y + (Place.Height / 2) - expected.Y - 7) <= Tolerance;
    }
}
