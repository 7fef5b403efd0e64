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
    private const int StretchLength = 8192;

    // Tesseract reads so many frames, spread over the video, to learn the digits from.
    private const int TaughtFrames = 40;

    // Where a video does not say how long it is.
    private const int TeachEvery = 25;

    private readonly List<TextReader> texts = [];
    private readonly List<int?> speeds = [];
    private readonly List<int?> clocks = [];
    private readonly List<bool> faintSpeeds = [];
    private readonly BlockingCollection<int> toTeach = [];
    // Started by the teaching thread, beside the decoding.
    private readonly Lazy<OCRTesseract> tesseract;
    private readonly int capacity;
    private readonly int teachEvery;
    private readonly Task teaching;

    // Steady distances would show the clock's last digits in step: some digits never.
    private readonly Random scatter = new(1);
    private volatile bool stopped;
    private int nextTaught;
    private int inStretch;

    public HudReader(HudLayout layout, Size frame, string tessdataFolder, int frames)
    {
        tesseract = new Lazy<OCRTesseract>(() => TesseractReader.Start(tessdataFolder));
        capacity = frames > 0 ? Math.Min(StretchLength, frames + 1) : StretchLength;
        foreach (var text in new[] { HudText.Clock, HudText.Speed })
        {
            if (layout[text] is { } place)
            {
                texts.Add(new TextReader(text, new StripCutter(text, place, layout.Scale, frame), new StripStore(text, capacity), tesseract));
            }
        }
        teachEvery = frames > 0 ? Math.Max(1, Math.Min(frames, StretchLength) / TaughtFrames) : TeachEvery;
        teaching = Task.Run(Teach);
    }

    public void Add(Mat frame)
    {
        if (inStretch == capacity)
        {
            ReadStretch();
        }
        foreach (var text in texts)
        {
            text.Cutter.Cut(frame, text.Strips[inStretch]);
        }
        if (!toTeach.IsAddingCompleted && inStretch == nextTaught)
        {
            toTeach.Add(inStretch);
            nextTaught += 1 + scatter.Next(2 * teachEvery);
        }
        inStretch++;
    }

    public ImmutableArray<HudReading> Finish(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ReadStretch();
        return [.. speeds.Zip(clocks, (speed, clock) => new HudReading(speed, clock))];
    }

    /// <summary>By frame, once finished: whether its speed's digits are near to others.</summary>
    public ImmutableArray<bool> FaintSpeeds => [.. faintSpeeds];

    public void Dispose()
    {
        stopped = true;
        toTeach.CompleteAdding();
        Task.WaitAny(teaching);
        foreach (var text in texts)
        {
            text.Dispose();
        }
        if (tesseract.IsValueCreated)
        {
            tesseract.Value.Dispose();
        }
        toTeach.Dispose();
    }

    private void Teach()
    {
        foreach (var frame in toTeach.GetConsumingEnumerable())
        {
            foreach (var text in texts.TakeWhile(_ => !stopped))
            {
                text.Reader.Teach(text.Strips, frame);
            }
        }
    }

    private void ReadStretch()
    {
        toTeach.CompleteAdding();
        teaching.GetAwaiter().GetResult();
        var count = inStretch;
        var read = new Dictionary<HudText, TextValues>();
        StripReader? learned = null;
        foreach (var text in texts)
        {
            if (text.Reader.Matcher is null)
            {
                text.Reader.Learn(text.Strips, count, learned?.Matcher);
            }
            learned = text.Reader;
            read[text.Reader.Text] = text.Reader.Read(text.Strips, count);
        }
        var speed = read.GetValueOrDefault(HudText.Speed, TextValues.None(count));
        speeds.AddRange(speed.Values);
        faintSpeeds.AddRange(speed.Faint);
        clocks.AddRange(read.GetValueOrDefault(HudText.Clock, TextValues.None(count)).Values);
        inStretch = 0;
    }

    private sealed class TextReader(HudText text, StripCutter cutter, StripStore strips, Lazy<OCRTesseract> tesseract) : IDisposable
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
            {
                teacher.Value.Dispose();
            }
        }
    }
}
