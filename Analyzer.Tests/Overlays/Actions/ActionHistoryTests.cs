using Analyzer.Logs;
using Analyzer.Overlays.Actions;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Overlays.Actions;

public class ActionHistoryTests
{
    private static readonly ActionHistory History = new(Some.Trace(
        new[]
        {
            EpisodeStatus.Prepare, EpisodeStatus.InProgress, EpisodeStatus.OffTrack, EpisodeStatus.Pause, EpisodeStatus.InProgress,
            EpisodeStatus.InProgress, EpisodeStatus.LapComplete, EpisodeStatus.Prepare,
        }.Select(status => Some.Row(status: status))));

    [Theory]
    [InlineData("the run's start", 1, 0, 0)]
    [InlineData("an off-track counts nothing", 2, 0, 3)]
    [InlineData("a pause counts nothing", 3, 0, 4)]
    [InlineData("the first step after a pause counts itself", 4, 0, 4)]
    [InlineData("a new lap goes on", 7, 0, 4)]
    [InlineData("cleared at the step itself", 5, 5, 5)]
    [InlineData("cleared earlier in the same drive", 6, 5, 5)]
    [InlineData("cleared before the last pause", 5, 1, 4)]
    [InlineData("cleared later than the picture", 1, 5, 0)]
    public void The_heatmap_looks_back_to_the_last_pause_or_clearing(string _, int row, int clearedAt, int first) =>
        Assert.Equal(first, History.FirstRow(row, clearedAt));
}
