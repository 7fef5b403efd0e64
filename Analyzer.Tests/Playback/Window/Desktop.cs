using System.Globalization;
using Analyzer.Tests.Support;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>The program's window on the X display, used as a person does: looked at, typed into, closed.</summary>
internal sealed class Desktop : IDisposable
{
    private const string Title = "^DeepRacer analyzer - my_model$";

    private string window = "";
    private Rect place;

    private Desktop(AnalyzerProcess program) => Program = program;

    public AnalyzerProcess Program { get; }

    /// <summary>Plays a run, and waits until its window is there and has the keyboard. Skips the test where there is no display.</summary>
    public static async Task<Desktop> Play(SampleRun run, params string[] options)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))) Assert.Skip("There is no display (DISPLAY): skipped");
        if (!SystemProgram.Has("xdotool")) Assert.Skip("xdotool is not installed: skipped");
        var desktop = new Desktop(AnalyzerProcess.Start(["play", "--model", run.Model, "--keep-log", .. options]));
        Assert.True(await Poll.Until(desktop.Find), desktop.Program.ErrorsSoFar);
        return desktop;
    }

    /// <summary>Presses keys, by X's names for them.</summary>
    public void Press(string keys) => SystemProgram.Output("xdotool", ["windowfocus", window, "key", "--delay", "60", .. keys.Split(' ')]);

    /// <summary>
    /// Moves the mouse to a place in the window, in its own pixels, or outside; then does what xdotool calls click, mousedown or mouseup.
    /// </summary>
    public void Mouse(int x, int y, params string[] then) =>
        SystemProgram.Output("xdotool", [
            // A mouse that is there already would not move.
            "mousemove", "--window", window, $"{x + 1}", $"{y}", "mousemove", "--window", window, $"{x}", $"{y}", .. then]);

    /// <summary>Draws the window larger or smaller.</summary>
    public void Resize(int width, int height) => SystemProgram.Output("xdotool", "windowsize", window, $"{width}", $"{height}");

    /// <summary>Closes the window by its button.</summary>
    public void Close() => CloseButton.Click(nint.Parse(window, CultureInfo.InvariantCulture));

    /// <summary>Destroys the window without asking the program, as another program may.</summary>
    public void Destroy() => SystemProgram.Output("xdotool", "windowclose", window);

    /// <summary>Waits until the window shows just this picture; leaves what it shows in <c>artifacts/window</c> otherwise.</summary>
    public async Task AssertShows(Mat picture, string what)
    {
        Mat? seen = null;
        var shown = await Poll.Until(() =>
        {
            seen?.Dispose();
            seen = Look();
            return seen.Size() == picture.Size() && Cv2.Norm(seen, picture, NormTypes.INF) == 0;
        });
        if (!shown)
        {
            var artifacts = Directory.CreateDirectory(Path.Combine(SharedFiles.RepositoryRoot, "artifacts", "window")).FullName;
            Cv2.ImWrite(Path.Combine(artifacts, "seen.png"), seen!);
            Cv2.ImWrite(Path.Combine(artifacts, "expected.png"), picture);
        }

        seen!.Dispose();
        Assert.True(shown, $"{what}: see artifacts/window");
    }

    /// <summary>What the window shows now.</summary>
    public Mat Look()
    {
        Measure();
        return Screenshot.Of(nint.Parse(window, CultureInfo.InvariantCulture), place.Size);
    }

    public void Dispose()
    {
        Program.Dispose();
    }

    private bool Find()
    {
        if (SystemProgram.TryOutput("xdotool", "search", "--onlyvisible", "--name", Title) is not { } found) return false;
        window = found.Trim();
        if (SystemProgram.TryOutput("xdotool", "windowfocus", window, "getwindowfocus")?.Trim() != window) return false;
        return Measure();
    }

    private bool Measure()
    {
        if (SystemProgram.TryOutput("xdotool", "getwindowgeometry", "--shell", window) is not { } geometry) return false;
        var values = geometry.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('='))
            .ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        place = new Rect(values["X"], values["Y"], values["WIDTH"], values["HEIGHT"]);
        return true;
    }
}
