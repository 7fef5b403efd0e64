namespace Analyzer.Commands.Measuring;

/// <summary>What <c>benchmark --json</c> prints.</summary>
/// <param name="Frames">Frames of the video.</param>
/// <param name="DecodeFps">Frames decoded a second when nothing else is done.</param>
/// <param name="ScanRatio">Time of the one-time pass over the HUD over that of bare decoding.</param>
/// <param name="OverlayMsMedian">Composing a whole picture on one core, scaling the video included: milliseconds, median.</param>
/// <param name="OverlayMsP95">The same, 95th percentile.</param>
/// <param name="PlayFps">Frames shown a second when 100 are asked for; null without a display.</param>
/// <param name="CompareFps">The same in the compare view, beside the best lap.</param>
/// <param name="JumpMsP95">From asking for a random frame until its picture is composed: milliseconds, 95th percentile.</param>
/// <param name="EarlyJumpMsP95">The same without the proxy video, a few jumps a second, while the HUD is being read.</param>
/// <param name="StepBackMsP95">The same for one frame back, many in a row.</param>
/// <param name="RenderRealtime">Seconds of video rendered in a second.</param>
/// <param name="EncodeMs">Processor time of ffmpeg for a rendered frame, milliseconds; null where the system does not tell.</param>
/// <param name="RenderLimit">Which stage of rendering takes most of the processor: <c>decode</c>, <c>draw</c> or <c>encode</c>.</param>
/// <param name="PeakMemoryMB">
/// The most memory that the process had while it played, compared and jumped, in units of 2^20 bytes. Rendering, which takes less in a
/// process of its own, comes after.
/// </param>
/// <param name="FirstPictureSeconds">
/// From the program's start to the first picture in its window, nothing read before; null without a display.
/// </param>
/// <param name="RestartSeconds">The same with the readings kept.</param>
internal sealed record BenchmarkFigures(
    int Frames, double DecodeFps, double ScanRatio, double OverlayMsMedian, double OverlayMsP95, double? PlayFps, double? CompareFps,
    double JumpMsP95, double EarlyJumpMsP95, double StepBackMsP95, double RenderRealtime, double? EncodeMs, string RenderLimit,
    double PeakMemoryMB, double? FirstPictureSeconds, double? RestartSeconds);
