using Analyzer.Laps;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Overlays;

/// <summary>Two laps of a real run side by side.</summary>
public sealed class SharedCompareTests
{
    [SharedTheory]
    [InlineData("runs/july_pro")]
    public void In_every_frame_of_a_recording_both_laps_are_at_the_same_progress(string run)
    {
        using var folder = new TempFolder();
        var model = folder.Path("my_model");
        foreach (var file in Directory.EnumerateFiles(SharedFiles.Path(run), "*", SearchOption.AllDirectories))
            folder.Write(Path.Combine("my_model", Path.GetRelativePath(SharedFiles.Path(run), file)), File.ReadAllBytes(file));
        var session = Session.Open(
            new SessionRequest(new RunSelection(model, null, null, null, KeepLog: true)),
            new Terminal(new TestConsole(), new TestConsole(), TimeProvider.System),
            TestContext.Current.CancellationToken);

        CompareChecks.BothHalvesAreAtTheSameProgress(session, LapComparison.BestLap);
    }
}
