using Analyzer.Logs.Sources;

namespace Analyzer.Tests.Logs.Sources;

public class PathNamesTests
{
    [Theory]
    [InlineData("evaluation-20220709200509/0-iteration.csv", "20220709200509")]
    [InlineData("metrics/2026-07-01T10:15:30Z-job.json", "20260701101530")]
    [InlineData("20220709200242/20220709200509.json", "20220709200509")]
    [InlineData("evaluation/0-iteration.csv", "")]
    [InlineData("120220709200509.csv", "")]
    public void The_last_time_stamp_of_a_path(string path, string stamp) => Assert.Equal(stamp, PathNames.TimeStamp(path));

    [Theory]
    [InlineData("2-iteration.csv", "10-iteration.csv")]
    [InlineData("a/9", "b/1")]
    [InlineData("Worker 2", "worker 10")]
    public void Names_are_sorted_as_people_do(string first, string second) =>
        Assert.True(string.CompareOrdinal(PathNames.NaturalKey(first), PathNames.NaturalKey(second)) < 0);

    [Fact]
    public void Tokens_are_the_words_that_can_name_one_job() =>
        Assert.Equal(
            ["20220612082853", "IBZwYd0MRMqg"], PathNames.Tokens("evaluation-20220612082853-IBZwYd0MRMqg-robomaker.log").Order());

    [Theory]
    [InlineData("/m/logs/a.csv", "/m/logs/b.json", 0, 0)]
    [InlineData("/m/logs/a.csv", "/m/metrics/b.json", 1, 1)]
    [InlineData("/m/logs/a.csv", "/m/b.json", 1, 0)]
    [InlineData("/m/a.csv", "/m/model/x/b.json", 0, 2)]
    public void The_distance_counts_the_folders_up_and_down(string from, string to, int up, int down) =>
        Assert.Equal((up, down), PathNames.Distance(from, to));

    [Theory]
    [InlineData(2, "a0, a1")]
    [InlineData(5, "a0, a1, a2, a3, a4")]
    [InlineData(7, "a0, a1, a2, a3, a4 and 2 more")]
    public void A_list_names_five_at_most(int count, string expected) =>
        Assert.Equal(expected, PathNames.List(Enumerable.Range(0, count).Select(number => $"a{number}")));
}
