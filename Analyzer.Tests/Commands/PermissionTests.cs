using Analyzer.Tests.Support;

namespace Analyzer.Tests.Commands;

public sealed class PermissionTests : IDisposable
{
    private readonly SampleRun run = SampleRun.Read();

    [Theory]
    [InlineData("the model folder", ".", "the folder can't be read (permission denied); make it readable.")]
    [InlineData("a folder in it", "sim-trace", "the folder can't be read (permission denied); make it readable")]
    [InlineData("the log", "sim-trace/*/*/*/*.csv", "the file can't be read (permission denied); make it readable")]
    [InlineData("the video", "evaluation-0-video.mp4", "the file can't be read (permission denied); make it readable, or name another")]
    public void What_may_not_be_read_is_named(string what, string pattern, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions");

        var output = SystemProgram.Output("sh", "-c", $$"""
            chmod 000 "$0"/{{pattern}}
            {{Unprivileged}} dotnet '{{AnalyzerProcess.Path}}' scan --keep-log "$0" 2>&1
            chmod 700 "$0"/{{pattern}}
            """, run.Model);

        Assert.True(output.Contains(message, StringComparison.Ordinal), $"{what}: {output}");
    }

    public void Dispose() => run.Dispose();

    // Root may read everything, if not told otherwise.
    private static string Unprivileged =>
        Environment.IsPrivilegedProcess ? "setpriv --inh-caps=-all --bounding-set=-dac_override,-dac_read_search" : "";
}
