using Analyzer.Hud.Strips;
using Analyzer.Platform;

namespace Analyzer.Tests.Hud.Strips;

public sealed class TessdataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void The_users_own_prefix_comes_first()
    {
        var own = WithData("own");
        var installed = WithData("installed");

        Assert.Equal(own, Tessdata.Find(own, [installed]));
    }

    [Fact]
    public void A_prefix_may_name_the_folder_above()
    {
        var data = WithData(Path.Combine("prefix", "tessdata"));

        Assert.Equal(data, Tessdata.Find(Path.Combine(folder, "prefix"), []));
    }

    [Fact]
    public void A_prefix_without_data_is_passed_over()
    {
        var installed = WithData("installed");

        Assert.Equal(installed, Tessdata.Find(folder, [Path.Combine(folder, "nowhere"), installed]));
    }

    [Fact]
    public void Missing_data_names_the_command_that_installs_it()
    {
        var error = Assert.Throws<RunException>(() => Tessdata.Find(null, [folder]));

        Assert.Contains("sudo apt-get install tesseract-ocr-eng", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string WithData(string name)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        File.WriteAllBytes(Path.Combine(path, "eng.traineddata"), []);
        return path;
    }
}
