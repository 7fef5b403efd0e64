using Analyzer.Hud;
using Analyzer.Logs;
using Analyzer.Logs.Discovery;
using Analyzer.Platform;
using Analyzer.Sync;

namespace Analyzer.Sessions;

/// <summary>Samples a stretch of a video to tell whose it is, where names don't; each video is sampled once.</summary>
/// <param name="time">The clock that limits how long is spent on this.</param>
internal sealed class VideoProbe(TimeProvider time) : IVideoProbe
{
    // After this no further video is looked into: where there are many, the user can name one sooner.
    private static readonly TimeSpan TimeBudget = TimeSpan.FromSeconds(2);

    private readonly long start = time.GetTimestamp();
    private readonly Dictionary<string, HudScan?> samples = [];

    /// <inheritdoc/>
    public bool ShowsHud(string video) =>
        SampleOf(video) is { } sample && sample.Readings.Any(reading => reading is not (null, null));

    /// <inheritdoc/>
    public double FitOf(string video, SimTrace trace, EvaluationMetrics? metrics)
    {
        if (SampleOf(video) is not { } sample) return 0;
        var locked = EvaluationLock.Of(trace, metrics, sample);
        if (locked.Mismatch is not null) return 0;
        var (clocks, speeds) = (sample.Readings.Count(reading => reading.ClockMilliseconds is not null),
            sample.Readings.Count(reading => reading.SpeedCentimetresPerSecond > 0));
        return locked.Timeline.Sync switch
        {
            SyncMode.Clock => (double)locked.FramesLocked / clocks,
            SyncMode.Speed => (double)locked.SpeedConfirmed / speeds,
            _ => 0,
        };
    }

    private HudScan? SampleOf(string video)
    {
        if (samples.TryGetValue(video, out var known)) return known;
        if (samples.Count > 0 && time.GetElapsedTime(start) > TimeBudget) return null;
        try
        {
            return samples[video] = HudSampler.Sample(UserCache.LocalFile(video, _ => { }));
        }
        catch (RunException)
        {
            return samples[video] = null;
        }
    }
}
