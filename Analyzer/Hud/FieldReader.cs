using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>
/// Reads one HUD field of a video's frames, frame by frame: a value where every digit is sure, else nothing. Where the simulator's font
/// leaves doubt, as in small and coarse videos, the digits of the plain frames have the last word: see <see cref="LearnedDigits"/>.
/// </summary>
internal sealed class FieldReader : IDisposable
{
    // A digit or two may be faint, not all: stripes and edges in the right places are like ones, but not as like as this.
    private const float MinMeanCorrelation = 0.72f;

    // The simulator's letters come to this much in most frames of a video of its own quality (0.968 at the least, noisy copies 0.94), those
    // of ten other typefaces to 0.91 at the most. In coarse copies (480x360, CRF 28) the simulator's come to 0.85, but eight frames in ten
    // are read; of the other typefaces at most seven, part of them wrongly.
    private const float OwnCorrelation = 0.93f;
    private const double OwnShare = 0.75;

    private readonly HudField field;
    private readonly FieldPlace place;
    private readonly StripCutter cutter;
    private readonly DigitClassifier[] classifiers;
    private readonly LearnedDigits learned;
    private readonly DigitMatch[] matches;
    private readonly List<FieldReading> readings = [];
    private readonly List<float> correlations = [];
    private readonly List<(int Frame, byte[] Strip)> doubtful = [];

    /// <summary>Reads a field at its place.</summary>
    public FieldReader(HudField field, FieldPlace place)
    {
        (this.field, this.place) = (field, place);
        cutter = place.Cutter(field);
        var templates = place.Cells.Select(Templates).ToArray();
        classifiers = [.. templates.Select(digits => new DigitClassifier(digits, field.DigitSize))];
        learned = new LearnedDigits(templates);
        matches = new DigitMatch[field.DigitCount];
    }

    /// <summary>
    /// Whether what was read is too little and too unlike the simulator's letters to be them: then nothing of it is believed.
    /// </summary>
    public bool IsForeign => correlations.Count > 0 && correlations.Count < OwnShare * readings.Count
        && correlations.Order().ElementAt(correlations.Count * 3 / 4) < OwnCorrelation;

    /// <summary>Reads the next frame (BGR).</summary>
    public void Add(Mat frame)
    {
        var strip = cutter.Cut(frame);
        var isPlain = true;
        for (var cell = 0; cell < matches.Length; cell++)
        {
            matches[cell] = Match(classifiers, strip, cell);
            isPlain &= matches[cell].IsSure(DigitMatch.PlainLead);
            if (matches[cell].IsExemplary)
                learned.Add(cell, matches[cell].Digit, classifiers[cell].Picture);
        }

        if (!isPlain)
            doubtful.Add((readings.Count, strip.ToArray()));

        var reading = Resolve(DigitMatch.LeastLead);
        readings.Add(reading);
        if (reading.Value is not null)
            correlations.Add(MeanCorrelation);
    }

    /// <summary>What each frame says.</summary>
    public IReadOnlyList<FieldReading> Readings()
    {
        if (IsForeign)
            return new FieldReading[readings.Count];

        if (!learned.IsComplete)
            return readings;

        DigitClassifier[] own = [.. learned.Templates().Select(digits => new DigitClassifier(digits, field.DigitSize))];
        foreach (var (frame, strip) in doubtful)
        {
            for (var cell = 0; cell < matches.Length; cell++)
                matches[cell] = Match(own, strip, cell);

            readings[frame] = Resolve(DigitMatch.LeastLearnedLead);
        }

        return readings;
    }

    /// <summary>What each frame says that leaves no doubt, as far as frames have been read: the others may yet be told.</summary>
    public FieldReading[] PlainReadings()
    {
        if (IsForeign)
            return new FieldReading[readings.Count];

        var plain = readings.ToArray();
        foreach (var (frame, _) in doubtful) plain[frame] = default;
        return plain;
    }

    public void Dispose() => cutter.Dispose();

    private float MeanCorrelation => matches.Average(match => match.Correlation);

    private DigitMatch Match(DigitClassifier[] cells, ReadOnlySpan<byte> strip, int cell) =>
        cells[cell].Match(strip, cutter.Size.Width, place.Cells[cell], 0);

    private FieldReading Resolve(float leastLead)
    {
        var isSure = Array.TrueForAll(matches, match => match.IsSure(leastLead))
            && MeanCorrelation >= MinMeanCorrelation;
        if (!isSure)
            return default;

        var isAmbiguous = Array.Exists(matches, match => match.Lead < DigitMatch.PlainLead);
        return new FieldReading(field.Parse([.. matches.Select(match => match.Digit)]), isAmbiguous);
    }

    private ImmutableArray<DigitTemplate> Templates(int cell)
    {
        if (place.Scale >= 1)
            return place.Digits;

        var grid = new CoarseGrid(place.Place + HudField.DigitOrigin + new Point(cell, 0), field.DigitSize, place.Scale);
        return [.. place.Digits.Select(digit => digit.On(grid))];
    }
}

/// <summary>What a frame's field says.</summary>
/// <param name="Value">Its value; null where it could not be read for sure.</param>
/// <param name="IsAmbiguous">Whether a digit is so near to another that what is known besides the picture may tell against it.</param>
internal readonly record struct FieldReading(int? Value, bool IsAmbiguous);
