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
    private readonly List<FieldReading> speeds = [];
    private readonly List<FieldReading> clocks = [];

    /// <summary>Reads the next frame (BGR).</summary>
    public void Add(Mat frame)
    {
        speeds.Add(speed?.Read(frame) ?? default);
        clocks.Add(clock?.Read(frame) ?? default);
    }

    /// <summary>What each frame says.</summary>
    public ImmutableArray<HudReading> Readings()
    {
        int?[] times = [.. clocks.Select(reading => reading.Value)];
        ClockOrder.DropBackward(times);
        return [.. speeds.Zip(times, (speed, time) => new HudReading(speed.Value, time))];
    }

    /// <summary>By frame: whether its speed's digits are near to others.</summary>
    public ImmutableArray<bool> AmbiguousSpeeds() => [.. speeds.Select(reading => reading.IsAmbiguous)];

    public void Dispose()
    {
        speed?.Dispose();
        clock?.Dispose();
    }

    private static FieldReader? Reader(HudLayout layout, HudField field) =>
        layout[field] is { } place ? new FieldReader(field, place) : null;
}
