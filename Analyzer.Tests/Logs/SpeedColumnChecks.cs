using System.Text;
using Analyzer.Logs;

namespace Analyzer.Tests.Logs;

/// <summary>What holds for the speed column in every log.</summary>
internal static class SpeedColumnChecks
{
    /// <summary>Writes speeds into a log of one's own and takes them out again: the rest is as it was, to the byte.</summary>
    public static void AssertNoOtherByteChanges(string path)
    {
        var before = File.ReadAllBytes(path);
        var rows = SimTraceReader.Read(path).Rows.Length;

        SpeedColumn.Write(path, [.. Enumerable.Range(0, rows).Select(row => row % 5 == 0 ? null : "§1.25")], replaceExisting: false);

        var lines = Encoding.UTF8.GetString(File.ReadAllBytes(path)).Split('\n');
        var restored = lines.Select(
            (line, place) => line.Length == 0 ? line : Without(line, 5, place == 0 ? "speed" : place % 5 == 1 ? "" : "§1.25"));
        Assert.Equal(Encoding.UTF8.GetString(before), string.Join('\n', restored));
        Assert.Equal(before, File.ReadAllBytes($"{path}.bak"));
    }

    private static string Without(string line, int place, string cell)
    {
        var cells = line.Split(',').ToList();
        Assert.Equal(cell, cells[place]);
        cells.RemoveAt(place);
        return string.Join(',', cells);
    }
}
