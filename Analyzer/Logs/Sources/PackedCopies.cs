using System.Text;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Sources;

/// <summary>Drops duplicates of a log: archives often lie beside what was unpacked from them.</summary>
internal sealed class PackedCopies
{
    private readonly Dictionary<string, string> firstRows = [];

    /// <summary>Takes a log in.</summary>
    /// <param name="path">The log.</param>
    /// <param name="start">Its first bytes.</param>
    public void Add(string path, byte[] start) => firstRows[path] = FirstRow(start);

    /// <summary>Drops all but one of each log from a list: the unpacked ones, or the first.</summary>
    /// <param name="logs">The list.</param>
    /// <param name="nameOf">A file's path as seen from what the user gave.</param>
    public void DropFrom(List<string> logs, Func<string, string> nameOf)
    {
        string Tail(string path) => string.Join('/', nameOf(path).Split('/', '!').TakeLast(2));
        foreach (var copies in logs.Where(firstRows.ContainsKey).GroupBy(path => (firstRows[path], Tail(path))).ToList())
        {
            var unpacked = copies.Where(path => ArchivePath.Split(path) is null).ToList();
            var kept = unpacked.Count > 0 ? unpacked : [copies.First()];
            foreach (var copy in copies.Except(kept)) logs.Remove(copy);
        }
    }

    /// <summary>A log's first row, by which it is known; without the speed, which only the unpacked copy may have.</summary>
    private static string FirstRow(byte[] start)
    {
        var head = TableHead.Of(start);
        var lines = Encoding.Latin1.GetString(start.AsSpan(head.Start)).Split('\n');
        var speed = Array.FindIndex([.. head.Names], name => name.Equals("speed", StringComparison.OrdinalIgnoreCase));
        return lines.Length < 2 ? "" : string.Join(',', lines[1].Split(head.Separator).Where((_, column) => column != speed));
    }
}
