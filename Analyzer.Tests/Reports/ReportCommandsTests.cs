using Analyzer.Commands;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>The commands that a report names choose the run, and the sections, that the report is about.</summary>
public sealed class ReportCommandsTests
{
    [Theory]
    [InlineData("a folder", "{0}", "{0}")]
    [InlineData("its log alone", "{0}/sim-trace", "{0}/sim-trace")]
    [InlineData("one of several evaluations", "{0} --evaluation 1", "{0} --evaluation 1")]
    [InlineData("a model folder", "--model {0}", "{0}")]
    [InlineData("a log in a folder", "{0} --log {1}", "{0} --log {1}")]
    [InlineData("a log that is all there is", "--log {1}", "{1}")]
    [InlineData("a track, by which sections are cut", "{0} --track {0}/track.npy", "{0} --track {0}/track.npy")]
    [InlineData("a run whose log and video are not said to belong together", "{0} --force", "{0} --force")]
    [InlineData("rewards, which change no place", "{0} --reward One=1", "{0}")]
    public void A_command_chooses_the_run(string given, string line, string words)
    {
        string Filled(string text) => string.Format(null, text, SampleRun.Earlier, SampleRun.LogIn(SampleRun.Earlier));

        var result = AnalyzerInProcess.Run(["report", .. Filled(line).Split(' ')]);

        Assert.True(result.ExitCode == ExitCodes.Done, $"{given}: {result.Errors}");
        Assert.Contains($" play {Filled(words)} --at ", result.Output, StringComparison.Ordinal);
    }
}
