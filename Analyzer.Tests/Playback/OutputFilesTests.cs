using Analyzer.Platform;
using Analyzer.Playback;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

public sealed class OutputFilesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly OutputFiles files;

    public OutputFilesTests()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 7, 9, 5, 2, TimeSpan.Zero));
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(10), "test", "test"));
        files = new OutputFiles(folder.Root, 15, time);
    }

    [Fact]
    public void A_file_is_named_by_the_local_second()
    {
        using var comma = new CommaCulture();

        Assert.Equal(Path.Combine(folder.Root, "deepracer_analysis_20260307_190502.mp4"), files.Name(".mp4"));
    }

    [Fact]
    public void A_file_is_named_with_its_whole_path_however_the_folder_was() => Assert.StartsWith(
        Path.GetFullPath("model"), new OutputFiles("model", 15, TimeProvider.System).Name(".png"), StringComparison.Ordinal);

    [Fact]
    public void A_second_file_in_the_same_second_gets_a_number()
    {
        folder.Write("deepracer_analysis_20260307_190502.png");
        folder.Write("deepracer_analysis_20260307_190502_2.png");

        Assert.EndsWith("_190502_3.png", files.Name(".png"), StringComparison.Ordinal);
        Assert.EndsWith("_190502.mp4", files.Name(".mp4"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_saved_as_it_is()
    {
        using var picture = new Mat(10, 20, MatType.CV_8UC3, new Scalar(1, 2, 3));

        using var saved = Cv2.ImRead(files.SaveScreenshot(picture));

        Assert.Equal(Pictures.HashOf(picture), Pictures.HashOf(saved));
        Assert.Single(Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_to_is_said()
    {
        using var picture = new Mat(10, 20, MatType.CV_8UC3, Scalar.Black);
        var nowhere = new OutputFiles(folder.Path("none/none"), 15, TimeProvider.System);

        Directory.Delete(folder.Path("none/none")[..^5]);

        Assert.Contains(
            "can't be written to (there is no such folder)",
            Assert.Throws<RunException>(() => nowhere.SaveScreenshot(picture)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
