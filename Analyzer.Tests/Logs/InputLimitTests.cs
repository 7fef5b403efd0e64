using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

/// <summary>Files that are far larger than any real one are refused before they are read.</summary>
public sealed class InputLimitTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void A_sparse_log_is_refused() =>
        Assert.EndsWith(
            "(it is larger than 512 MB); choose the evaluation's sim-trace CSV with --log FILE.",
            Assert.Throws<RunException>(() => SimTraceReader.Read(Sparse("log.csv", 1900L << 20))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_large_JSON_file_is_refused() =>
        Assert.Contains(
            "(it is larger than 16 MB)",
            Assert.Throws<RunException>(() => EvaluationMetrics.Read(Sparse("metrics.json", 17 << 20))).Message,
            StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private string Sparse(string name, long length)
    {
        var path = folder.Write(name, [(byte)'[']);
        using var file = File.OpenWrite(path);
        file.SetLength(length);
        return path;
    }
}
