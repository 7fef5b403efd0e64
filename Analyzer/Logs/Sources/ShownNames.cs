namespace Analyzer.Logs.Sources;

/// <summary>The names by which files are shown: their paths as seen from what the user gave.</summary>
internal sealed class ShownNames
{
    private readonly Dictionary<string, string> names = [];

    /// <summary>The paths of all files that have one.</summary>
    public IEnumerable<string> Paths => names.Keys;

    /// <summary>Whether a file has one.</summary>
    public bool Has(string path) => names.ContainsKey(path);

    /// <summary>Gives a file its name.</summary>
    public void Add(string path, string name) => names[path] = name.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>A file's name, or its path where it has none.</summary>
    public string Of(string path) => names.GetValueOrDefault(path, path);

    /// <summary>The file of a name, or of its last parts where no other ends so; null where there is none.</summary>
    public string? PathOf(string name)
    {
        if (names.FirstOrDefault(known => known.Value == name).Key is { } path) return path;
        var ends = names.Where(known => known.Value.EndsWith($"/{name}", StringComparison.Ordinal)
            || known.Value.EndsWith($"!{name}", StringComparison.Ordinal)).Take(2).ToList();
        return ends is [var only] ? only.Key : null;
    }
}
