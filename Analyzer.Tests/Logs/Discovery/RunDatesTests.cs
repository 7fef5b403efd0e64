using Analyzer.Logs.Discovery;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

public sealed class RunDatesTests : IDisposable
{
    private static readonly string Log = Some.Log(Some.Line);
    private static readonly DateTime Monday = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("evaluation-20220709201704/0-iteration.csv", "evaluation-20220709201503/0-iteration.csv", 9000, 1, "the newest")]
    [InlineData("a/0-iteration.csv", "b/0-iteration.csv", 0, 2, "the last by name")]
    [InlineData("a/0-iteration.csv", "b/0-iteration.csv", 30, 2, "the last by name")]
    [InlineData("a/0-iteration.csv", "b/0-iteration.csv", -90, 1, "the newest by its file's date")]
    [InlineData("a/0-iteration.csv", "b/0-iteration.csv", 90, 2, "the newest by its file's date")]
    [InlineData("evaluation-20220709201704/0-iteration.csv", "z/0-iteration.csv", -90, 1, "the newest by its file's date")]
    public void The_newest_is_said_only_where_dates_say_so(string one, string other, int secondsLater, int number, string why)
    {
        File.SetLastWriteTimeUtc(folder.Write(one, Log), Monday);
        File.SetLastWriteTimeUtc(folder.Write(other, Log), Monday.AddSeconds(secondsLater));
        var library = new RunLibrary([folder.Root]);

        var (run, said) = new RunDates(library).NewestOf(library.Runs);

        var expected = number == 1 ? one : other;
        Assert.Equal((folder.Path(expected), why), (run.Logs[0], said));
    }

    [Fact]
    public void A_wall_clock_in_the_log_is_a_date()
    {
        var header = $"{Some.Header},wall_clock\n";
        var late = folder.Write("a/0-iteration.csv", $"{header}{Some.Line},1790000100.5\n");
        folder.Write("b/0-iteration.csv", $"{header}{Some.Line},1790000000.5\n");
        var library = new RunLibrary([folder.Root]);

        var (run, said) = new RunDates(library).NewestOf(library.Runs);

        Assert.Equal((late, "the newest"), (run.Logs[0], said));
    }

    public void Dispose() => folder.Dispose();
}
