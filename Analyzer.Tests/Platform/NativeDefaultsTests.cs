using OpenCvSharp;

namespace Analyzer.Tests.Platform;

public sealed class NativeDefaultsTests
{
    [Fact]
    public void OpenCv_starts_no_workers() => Assert.Equal(1, Cv2.GetNumThreads());
}
