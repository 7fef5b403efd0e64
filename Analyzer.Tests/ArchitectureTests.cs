using Analyzer.Tests.Support;

namespace Analyzer.Tests;

/// <summary>Data flows one way through the rooms: docs/ARCHITECTURE.md draws the layers that these tests hold.</summary>
public class ArchitectureTests
{
    private const int MaxFilesInARoom = 20;
    private const int MaxLinesInAFile = 210;
    private const int MaxLineLength = 140;

    /// <summary>What knows nothing of DeepRacer, and so could serve another program.</summary>
    private static readonly string[] Tools = ["Platform", "Drawing", "Video"];

    /// <summary>Each layer uses only those before it, and of its own rooms none.</summary>
    private static readonly string[][] Layers =
    [
        ["Platform"],
        ["Drawing", "Video"],
        ["Logs", "Hud"],
        ["Sync"],
        ["Laps", "Rewards"],
        ["Overlays", "Reports"],
        ["Playback"],
        ["Sessions"],
        ["Commands"],
    ];

    private static readonly Lazy<Rooms> Program = new(Rooms.OfTheProgram);

    public static TheoryData<string> AllRooms => [.. Program.Value.All];

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_uses_only_the_layers_before_its_own(string room)
    {
        var upwards = Program.Value.UsedBy(room).Where(used => Top(used.Key) != Top(room) && LayerOf(used.Key) >= LayerOf(room));

        Assert.Empty(upwards.Select(used => $"{used.Key}: {used.Value}"));
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void No_room_uses_itself_by_way_of_others(string room) => Assert.Empty(Program.Value.CycleThrough(room));

    [Fact]
    public void What_knows_nothing_of_DeepRacer_uses_no_room_that_does() => Assert.All(Tools, tool =>
        Assert.Empty(Program.Value.UsedBy(tool).Where(used => !Tools.Contains(Top(used.Key))).Select(used => $"{used.Key}: {used.Value}")));

    [Fact]
    public void No_room_holds_more_files_than_a_stranger_can_survey() => Assert.Empty(
        Sources().Concat(Sources("Analyzer.Tests")).GroupBy(Path.GetDirectoryName)
            .Where(room => room.Count() > MaxFilesInARoom)
            .Select(room => $"{room.Key}: {room.Count()}"));

    [Fact]
    public void No_file_holds_two_ideas() => Assert.Empty(
        Sources().Select(file => (File: file, Lines: File.ReadLines(file).Count()))
            .Where(read => read.Lines > MaxLinesInAFile)
            .Select(read => $"{read.File}: {read.Lines} lines"));

    [Fact]
    public void No_line_runs_out_of_a_window() => Assert.Empty(
        Sources().Concat(Sources("Analyzer.Tests"))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (Place: $"{file}:{index + 1}", line.Length)))
            .Where(line => line.Length > MaxLineLength)
            .Select(line => $"{line.Place}: {line.Length} characters"));

    [Fact]
    public void Only_tests_of_real_runs_ask_for_them_which_a_clone_does_not_have()
    {
        var asking = Sources("Analyzer.Tests")
            .Where(file => File.ReadAllText(file).Contains($"{nameof(SharedFiles)}.{nameof(SharedFiles.Path)}(", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file));

        Assert.DoesNotContain(asking, name => name != "RecordedRun.cs" && !name.StartsWith("Shared", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(string project = "Analyzer") =>
        Directory.EnumerateFiles(Path.Combine(SharedFiles.RepositoryRoot, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));

    private static string Top(string room) => room.Split('/')[0];

    private static int LayerOf(string room) => Array.FindIndex(Layers, layer => layer.Contains(Top(room))) is >= 0 and var place
        ? place
        : throw new InvalidOperationException($"{room}: a new room has no layer yet; give it one here and in docs/ARCHITECTURE.md.");
}
