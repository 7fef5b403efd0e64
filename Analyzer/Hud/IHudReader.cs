using OpenCvSharp;

namespace Analyzer.Hud;

/// <summary>Reads the HUD of one video's frames.</summary>
public interface IHudReader : IDisposable
{
    /// <summary>What the HUD in <paramref name="frame"/> (BGR, the video's own size) says.</summary>
    HudReading Read(Mat frame);
}
