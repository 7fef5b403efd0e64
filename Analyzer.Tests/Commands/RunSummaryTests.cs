using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public class RunSummaryTests
{
    [Fact]
    public void A_run_is_summed_up_in_one_sentence_whatever_the_locale()
    {
        using var comma = new CommaCulture();
        using var run = SampleRun.Read();

        Assert.Equal(
            "my_model: 3 laps, best lap 2 15.360 s, 2 off-tracks; 766 of 770 frames locked by the race clock; H lists the keys",
            RunSummary.Of("my_model", run.Open().Run));
    }
}
