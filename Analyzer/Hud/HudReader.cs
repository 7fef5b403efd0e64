using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>Reads speed and race clock of a video's frames as they come (OCR by template matching).</summary>
internal sealed class HudReader(HudLayout layout) : IDisposable
{
    private readonly FieldReader? speed = Reader(layout, HudField.Speed);
    private readonly FieldReader? clock = Reader(layout, HudField.Clock);
    private int frames;

    /// <summary>Reads the next frame (BGR).</summary>
    public void Add(Mat frame)
    {
        speed?.Add(frame);
        clock?.Add(frame);
        frames++;
    }

    /// <summary>What the frames so far say beyond doubt.</summary>
    public ImmutableArray<HudReading> SoFar() =>
        Readings(speed?.PlainReadings() ?? new FieldReading[frames], clock?.PlainReadings());

    /// <summary>What each frame says; and whether its speed's digits are near to others.</summary>
    public (ImmutableArray<HudReading> Readings, ImmutableArray<bool> AmbiguousSpeeds) Finish()
    {
        var speeds = speed?.Readings() ?? new FieldReading[frames];
        return (Readings(speeds, clock?.Readings()), [.. speeds.Select(reading => reading.IsAmbiguous)]);
    }

    /// <summary>Whether a field is written in other letters than the simulator's: then its readings are empty.</summary>
    public bool IsForeign(HudField field) => (field == HudField.Speed ? speed : clock)?.IsForeign ?? false;

    private ImmutableArray<HudReading> Readings(IReadOnlyList<FieldReading> speeds, IReadOnlyList<FieldReading>? clocks)
    {
        var times = clocks?.Select(reading => reading.Value).ToArray() ?? new int?[frames];
        ClockOrder.DropBackward(times);
        return [.. speeds.Zip(times, (speed, time) => new HudReading(speed.Value, time))];
    }

    public void Dispose()
    {
        speed?.Dispose();
        clock?.Dispose();
    }

    private static FieldReader? Reader(HudLayout layout, HudField field) =>
        layout[field] is { } place ? new FieldReader(field, place) : null;
}
