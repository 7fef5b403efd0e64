using System.Collections.Immutable;
using Analyzer.Hud.Digits;
using Analyzer.Hud.Layout;
using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>Reads the HUD of a video's frames as they come.</summary>
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

    /// <summary>What each frame says; and whether its speed's digits are near to others.</summary>
    public (ImmutableArray<HudReading> Readings, ImmutableArray<bool> AmbiguousSpeeds) Finish()
    {
        var speeds = speed?.Readings() ?? new FieldReading[frames];
        var times = clock is null ? new int?[frames] : [.. clock.Readings().Select(reading => reading.Value)];
        ClockOrder.DropBackward(times);
        return (
            [.. speeds.Zip(times, (speed, time) => new HudReading(speed.Value, time))],
            [.. speeds.Select(reading => reading.IsAmbiguous)]);
    }

    public void Dispose()
    {
        speed?.Dispose();
        clock?.Dispose();
    }

    private static FieldReader? Reader(HudLayout layout, HudField field) =>
        layout[field] is { } place ? new FieldReader(field, place) : null;
}
