using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Platform.Archives;

public sealed class ArchiveLimitsTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Theory]
    [InlineData("a.zip", 0, false)]
    [InlineData("a.zip", 1, true)]
    [InlineData("a.tar", 1, true)]
    public void An_archive_of_more_than_100_000_files_is_refused(string name, int more, bool isRefused)
    {
        var files = Enumerable.Range(0, ArchiveLimits.MaxEntries + more).Select(number => ($"{number}.txt", Array.Empty<byte>()));
        var path = name.EndsWith("zip", StringComparison.Ordinal)
            ? Support.Archives.Zip(folder.Path(name), files)
            : Support.Archives.Tar(folder.Path(name), files);

        var error = Record.Exception(() => InputFile.OpenArchive(path));

        Assert.Equal(isRefused ? ArchiveLimits.Exceeded(path).Message : null, error?.Message);
    }

    public void Dispose() => folder.Dispose();
}
