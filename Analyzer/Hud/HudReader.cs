using System.Collections.Concurrent;
using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using Analyzer.Hud.Strips;
using OpenCvSharp;
using OpenCvSharp.Text;

namespace Analyzer.Hud;

/// <summary>Reads the HUD of a video's frames as they come: keeps each frame's strips, learns and reads beside the decoding.</summary>
internal sealed class HudReader : IDisposable
{
    // The strips of so many frames are kept before they are read (9 minutes at 15 frames a second, 40 MB).
    private const int RangeLength = 8192;

    // Tesseract reads so many frames, spread over the video, to learn the digits from.
    private const int LabelledFrames = 40;

    // Where a video does not say how long it is.
    private const int LabelEvery = 25;

    private readonly List<FieldReader> texts = [];
    private readonly List<int?> speeds = [];
    private readonly List<int?> clocks = [];
    private readonly List<bool> ambiguousSpeeds = [];
    private readonly BlockingCollection<int> toLabel = [];
    // Started by the labelling thread, beside the decoding.
    private readonly Lazy<OCRTesseract> tesseract;
    private readonly int capacity;
    private readonly int labelEvery;
    private readonly Task labelling;

    // A fixed sampling interval would alias with the last digits of the clock: some digits would never be seen.
    private readonly Random scatter = new(1);
    private volatile bool stopped;
    private int nextLabelled;
    private int inRange;

    public HudReader(HudLayout layout, Size frame, string tessdataFolder, int frames)
    {
        tesseract = new Lazy<OCRTesseract>(() => TesseractReader.Start(tessdataFolder));
        capacity = frames > 0 ? Math.Min(RangeLength, frames + 1) : RangeLength;
        foreach (var text in new[] { HudField.Clock, HudField.Speed })
        {
            if (layout[text] is { } place)
            {
                texts.Add(
                    new FieldReader(text, new StripCutter(text, place, layout.Scale, frame), new StripStore(text, capacity), tesseract));
            }
        }

        labelEvery = frames > 0 ? Math.Max(1, Math.Min(frames, RangeLength) / LabelledFrames) : LabelEvery;
        labelling = Task.Run(Label);
    }

    public void Add(Mat frame)
    {
        if (inRange == capacity)
            ReadRange();

        foreach (var text in texts)
            text.Cutter.Cut(frame, text.Strips[inRange]);

        if (!toLabel.IsAddingCompleted && inRange == nextLabelled)
        {
            toLabel.Add(inRange);
            nextLabelled += 1 + scatter.Next(2 * labelEvery);
        }

        inRange++;
    }

    public ImmutableArray<HudReading> Finish(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ReadRange();
        return [.. speeds.Zip(clocks, (speed, clock) => new HudReading(speed, clock))];
    }

    /// <summary>By frame, once finished: whether its speed's digits are near to others.</summary>
    public ImmutableArray<bool> AmbiguousSpeeds => [.. ambiguousSpeeds];

    public void Dispose()
    {
        stopped = true;
        toLabel.CompleteAdding();
        Task.WaitAny(labelling);
        foreach (var text in texts)
            text.Dispose();

        if (tesseract.IsValueCreated)
            tesseract.Value.Dispose();

        toLabel.Dispose();
    }

    private void Label()
    {
        foreach (var frame in toLabel.GetConsumingEnumerable())
        {
            foreach (var text in texts.TakeWhile(_ => !stopped))
                text.Reader.Label(text.Strips, frame);
        }
    }

    private void ReadRange()
    {
        toLabel.CompleteAdding();
        labelling.GetAwaiter().GetResult();
        var count = inRange;
        var read = new Dictionary<HudField, FieldValues>();
        StripReader? learned = null;
        foreach (var text in texts)
        {
            if (text.Reader.Matcher is null)
                text.Reader.Learn(text.Strips, count, learned?.Matcher);

            learned = text.Reader;
            read[text.Reader.Text] = text.Reader.Read(text.Strips, count);
        }

        var speed = read.GetValueOrDefault(HudField.Speed, FieldValues.None(count));
        speeds.AddRange(speed.Values);
        ambiguousSpeeds.AddRange(speed.Ambiguous);
        clocks.AddRange(read.GetValueOrDefault(HudField.Clock, FieldValues.None(count)).Values);
        inRange = 0;
    }

    private sealed class FieldReader(HudField text, StripCutter cutter, StripStore strips, Lazy<OCRTesseract> tesseract) : IDisposable
    {
        private readonly Lazy<TesseractReader> teacher = new(() => new TesseractReader(text, tesseract.Value));
        private StripReader? reader;

        public StripCutter Cutter => cutter;

        public StripStore Strips => strips;

        public StripReader Reader => reader ??= new StripReader(text, teacher.Value);

        public void Dispose()
        {
            cutter.Dispose();
            if (teacher.IsValueCreated)
                teacher.Value.Dispose();
        }
    }
}
