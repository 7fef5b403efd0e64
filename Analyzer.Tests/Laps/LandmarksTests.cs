using Analyzer.Laps;
using Analyzer.Tests.Playback;

namespace Analyzer.Tests.Laps;

public sealed class LandmarksTests
{
    private static readonly Landmarks Run = MadeUpLandmarks.Landmarks;

    [Fact]
    public void Laps_start_in_the_frames_that_show_their_first_rows() => Assert.Equal([4, 64, 124], Run.LapStarts);

    [Fact]
    public void A_mishap_begins_in_the_frame_that_first_shows_it() => Assert.Equal([34, 94], Run.Mishaps);

    [Fact]
    public void A_mishap_has_the_row_that_begins_it() =>
        Assert.Equal([(34, MadeUpLandmarks.OffTrackRow), (94, MadeUpLandmarks.CrashRow)], Run.MishapRows);

    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 64)]
    [InlineData(63, 64)]
    [InlineData(64, 124)]
    [InlineData(150, null)]
    public void The_next_lap_or_in_the_last_one_none(int frame, int? next) => Assert.Equal(next, Run.NextLap(frame));

    [Theory]
    [InlineData(150, 124)]
    [InlineData(134, 64)]
    [InlineData(124, 64)]
    [InlineData(100, 64)]
    [InlineData(64, 4)]
    [InlineData(2, 0)]
    public void This_laps_start_or_the_one_before_within_a_laps_first_second(int frame, int previous) =>
        Assert.Equal(previous, Run.PreviousLap(frame));

    [Theory]
    [InlineData(0, 34)]
    [InlineData(34, 94)]
    [InlineData(94, 34)]
    [InlineData(199, 34)]
    public void The_next_mishap_and_from_the_last_the_first_again(int frame, int next) => Assert.Equal(next, Run.NextMishap(frame));

    [Fact]
    public void Without_a_mishap_there_is_no_next() => Assert.Null(MadeUpLandmarks.WithoutMishaps.NextMishap(77));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(24, 20)]
    public void A_frame_has_its_row_and_the_first_row_before(int frame, int row) => Assert.Equal(row, Run.RowAt(frame));
}
