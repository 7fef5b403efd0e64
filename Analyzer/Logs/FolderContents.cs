using System.Text;

namespace Analyzer.Logs;

/// <summary>The files below a model folder that matter here. Hidden and unreadable folders are passed over.</summary>
internal sealed class FolderContents
{
    private const int LongestHeader = 4096;
    private static readonly string[] LogColumns = ["episode", "steps", "tstamp", "episode_status"];
    private static readonly string[] VideoEndings = [".mp4", ".mkv", ".avi", ".mov", ".webm"];
    private static readonly string[] ArchiveEndings = [".gz", ".tgz", ".zip", ".tar"];

    /// <summary>Looks through a folder and all folders below it.</summary>
    public FolderContents(string root)
    {
        Root = root;
        Walk(root, []);
    }

    /// <summary>The folder that was looked through.</summary>
    public string Root { get; }

    /// <summary>CSV files with the header of a sim-trace.</summary>
    public List<string> Logs { get; } = [];

    /// <summary>CSV files without it.</summary>
    public List<string> OtherTables { get; } = [];

    /// <summary>Videos, except those that this program recorded.</summary>
    public List<string> Videos { get; } = [];

    /// <summary>JSON files that may hold an evaluation's metrics.</summary>
    public List<string> MetricsCandidates { get; } = [];

    /// <summary>All <c>model_metadata.json</c>.</summary>
    public List<string> ActionSpaces { get; } = [];

    /// <summary>Archives, in which logs may still be packed.</summary>
    public List<string> Archives { get; } = [];

    /// <summary>A path as seen from the folder.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path);

    private void Walk(string folder, HashSet<string> visited)
    {
        FileSystemInfo[] entries;
        try
        {
            var self = new DirectoryInfo(folder);
            if (!visited.Add(self.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? self.FullName)) return;
            entries = [.. self.EnumerateFileSystemInfos().OrderBy(entry => PathNames.NaturalKey(entry.Name), StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return;
        }

        foreach (var entry in entries.Where(entry => !entry.Name.StartsWith('.')))
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry.Attributes.HasFlag(FileAttributes.Directory)) Walk(path, visited);
            else Sort(path, entry.Name);
        }
    }

    private void Sort(string path, string name)
    {
        bool Ends(string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        if (Ends(".hud.csv")) return;
        if (Ends(".csv")) (HasLogHeader(path) ? Logs : OtherTables).Add(path);
        else if (name.Equals("model_metadata.json", StringComparison.OrdinalIgnoreCase)) ActionSpaces.Add(path);
        else if (Ends(".json")) MetricsCandidates.Add(path);
        else if (ArchiveEndings.Any(Ends)) Archives.Add(path);
        else if (VideoEndings.Any(Ends) && !name.StartsWith("deepracer_analysis_", StringComparison.OrdinalIgnoreCase)) Videos.Add(path);
    }

    private static bool HasLogHeader(string path)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            var start = new char[LongestHeader];
            var header = new string(start, 0, text.ReadBlock(start)).Split('\r', '\n')[0].Split(',');
            var names = header.Select(name => name.Trim(' ', '"')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return LogColumns.All(names.Contains);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
