using Analyzer.Logs;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports.Analyses;

public sealed class ResetCostTests
{
    [Fact]
    public void A_reset_before_the_car_is_fast_again_is_not_counted_twice()
    {
        // Two seconds each for leaving the track at 30 and at 32 %, and two for creeping from 30 to 34 %.
        var report = Report([(1, 30), (1, 32)], (lap, progress) => lap == 0 || progress <= 30
            ? 0
            : 2000 + (500 * (Math.Min(progress, 34) - 30)) + (progress > 32 ? 2000 : 0));

        Assert.Equal(6, report.Laps[1].Seconds - report.Laps[0].Seconds, 1e-9);
        Assert.Equal(6, report.Resets.Sum(reset => reset.Lost!.Value), 0.4);
    }

    [Fact]
    public void The_best_laps_own_resets_are_not_said_to_cost_time_against_it()
    {
        var report = Report([(0, 70), (1, 30)], (lap, progress) => lap == 1 && progress > 30 ? 2000 : 0);

        Assert.Null(report.Resets[0].Lost);
        Assert.StartsWith("2 resets; 1 of them, outside the best lap, cost ", report.Verdict[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_resets_are_told_by_the_places_that_see_most_of_them()
    {
        var report = Report([(0, 20), (0, 25), (1, 22), (1, 70)], (lap, progress) => lap == 1 && progress > 30 ? 2000 : 0);

        Assert.EndsWith(": 3 in section 2 (left) and 1 elsewhere.", report.Verdict[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("three are named one by one", 3, "3 resets cost ")]
    [InlineData("four are counted by their kinds", 4, "4 resets (3 off-track and 1 crashed) cost ")]
    public void Many_resets_are_told_by_their_kinds(string told, int resets, string sentence)
    {
        var trace = MadeUpLaps.Of(2, (lap, progress) => lap == 1 && progress > 20 ? 2000 : 0);
        (double Progress, EpisodeStatus Status, string Text)[] kinds =
        [
            (20, EpisodeStatus.OffTrack, "off_track"), (25, EpisodeStatus.Crashed, "crashed"), (70, EpisodeStatus.OffTrack, "off_track"),
            (75, EpisodeStatus.OffTrack, "off_track"),
        ];
        var rows = trace.Rows.ToArray();
        foreach (var kind in kinds[..resets])
        {
            var row = Array.FindLastIndex(rows, row => row.Episode == 1 && row.ProgressPercent <= kind.Progress);
            rows[row] = rows[row] with { Status = kind.Status, StatusText = kind.Text };
        }

        var said = Analysis.Run(Reported.Of(Some.Trace(rows))).Verdict[0].Text;

        Assert.True(said.StartsWith(sentence, StringComparison.Ordinal), $"{told}: {said}");
    }

    [Theory]
    [InlineData("a reset alone", 0, null)]
    [InlineData(
        "a reset and time elsewhere", 600,
        "Resets apart, most is to be had in section 2 (left, 13 to 37 %): 0.30 s a lap, as lap 1 drove it.")]
    public void What_a_reset_costs_is_not_said_to_be_had_besides(string lost, double elsewhereMs, string? sentence)
    {
        var report = Report([(1, 70)], (lap, progress) => lap == 0 ? 0 : (progress > 70 ? 3000 : 0) + (progress > 25 ? elsewhereMs : 0));

        var said = report.Verdict.Select(it => it.Text).SingleOrDefault(text => text.Contains("to be had", StringComparison.Ordinal));
        Assert.Equal((lost, sentence), (lost, said));
        Assert.Equal(4, report.Opportunities[0]);
    }

    // Two laps whose car leaves the track in the last row up to some progresses.
    private static Report Report((int Lap, double Progress)[] resets, Func<int, double, double> delayMs)
    {
        var trace = MadeUpLaps.Of(2, delayMs);
        var rows = resets.Select(reset => trace.Rows.Last(row => row.Episode == reset.Lap && row.ProgressPercent <= reset.Progress).Index);
        return Analysis.Run(Reported.Of(Some.Trace(trace.Rows.Select(
            row => rows.Contains(row.Index) ? row with { Status = EpisodeStatus.OffTrack, StatusText = "off_track" } : row))));
    }
}
