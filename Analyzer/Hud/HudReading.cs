namespace Analyzer.Hud;

/// <summary>What one video frame's HUD says. A field that could not be read is null, never guessed.</summary>
/// <param name="SpeedCentimetresPerSecond">The speed shown as <c>NN.NN m/s</c>, in hundredths of a metre a second: 0 to 9999.</param>
/// <param name="ClockMilliseconds">The race clock shown as <c>mm:ss.mmm</c>, in milliseconds.</param>
internal readonly record struct HudReading(int? SpeedCentimetresPerSecond, int? ClockMilliseconds)
{
    /// <summary>The speed in metres a second.</summary>
    public double? SpeedMetresPerSecond => SpeedCentimetresPerSecond / 100.0;
}
