using Analyzer.Platform;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Sources;

/// <summary>
/// The files that matter here in what the user gave: folders of any depth, archives, single files. Hidden files, unreadable folders,
/// pipes and devices are passed over.
/// </summary>
internal sealed class SourceTree
{
    private const string Remedy = "make it readable";

    private readonly ShownNames names = new();
    private readonly LogCopies copies = new();
    private readonly List<string> remarks = [];
    private readonly HashSet<string> visited = [];

    /// <summary>Looks through all paths.</summary>
    /// <exception cref="RunException">One is not there.</exception>
    public SourceTree(IReadOnlyList<string> paths)
    {
        Paths = paths = [.. paths.Select(RegularFile.Named)];
        foreach (var path in paths) Add(path);
        static bool IsOneFile(string path) =>
            !Directory.Exists(path) && (!ArchivePath.IsArchive(path) || ArchivePath.IsPacked(path));
        if (paths.Count > 0 && paths.All(IsOneFile)) AddBeside(paths);
        remarks.AddRange(copies.DropFrom(Logs, NameOf));
    }

    /// <summary>What the user gave.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>CSV files with the header of a sim-trace.</summary>
    public List<string> Logs { get; } = [];

    /// <summary>Other texts with <c>SIM_TRACE_LOG</c> lines: robomaker and simulation logs, and exports of these.</summary>
    public List<string> TraceTexts { get; } = [];

    /// <summary>CSV files without the header of a sim-trace.</summary>
    public List<string> OtherTables { get; } = [];

    /// <summary>Files of which nothing is known here, and texts that are no log.</summary>
    public List<string> OtherFiles { get; } = [];

    /// <summary>Videos, except those that this program recorded.</summary>
    public List<string> Videos { get; } = [];

    /// <summary>JSON files that may hold a run's metrics.</summary>
    public List<string> MetricsCandidates { get; } = [];

    /// <summary>All <c>model_metadata.json</c>.</summary>
    public List<string> ActionSpaces { get; } = [];

    /// <summary>Sentences on what was passed over.</summary>
    public IReadOnlyList<string> Remarks => remarks;

    /// <summary>A file's path as seen from what the user gave.</summary>
    public string NameOf(string path) => names.Of(path);

    /// <summary>The file of a name as it is shown, or of its last parts where no other ends so; null where there is none.</summary>
    public string? PathOf(string name) => names.PathOf(name);

    /// <summary>Takes a file in that the user named besides.</summary>
    public void AddNamed(string path)
    {
        if (!names.Has(path)) Sort(path, Path.GetFileName(path), isNamed: true);
    }

    private void Add(string path)
    {
        if (RegularFile.LeadsNowhere(path)) throw NotThere(path);
        if (Directory.Exists(path)) Walk(path, path);
        else if (File.Exists(path) && ArchivePath.IsArchive(path)) AddArchive(path, Path.GetFileName(path), isNamed: true);
        else if (File.Exists(path) || ArchivePath.Split(path) is not null) AddNamed(path);
        else throw NotThere(path);
    }

    private static RunException NotThere(string path) =>
        new($"{path}: {InputFile.HindranceTo(path) ?? "there is no such file or folder"}; " +
            "give the folder, the archive, the log or the video of a run.");

    private void Walk(string folder, string root)
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
            var unread = new RunException($"{folder}: the folder can't be read ({InputFile.Reason(error)}); {Remedy}.", error);
            if (folder == root) throw unread;
            remarks.Add(unread.Message);
            return;
        }

        foreach (var entry in entries.Where(entry => !entry.Name.StartsWith('.')))
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry.Attributes.HasFlag(FileAttributes.Directory)) Walk(path, root);
            else if (RegularFile.LeadsNowhere(path)) remarks.Add($"{path}: passed over, {InputFile.HindranceTo(path)}.");
            else if (RegularFile.IsSpecial(path)) remarks.Add($"{path}: passed over, it is a pipe or a device.");
            else if (ArchivePath.IsArchive(path)) AddArchive(path, Path.GetRelativePath(root, path), isNamed: false);
            else if (SourceKinds.WhyNotRead(path) is { } reason) remarks.Add($"{path}: passed over, {reason}.");
            else Sort(path, Path.GetRelativePath(root, path), isNamed: false);
        }
    }

    private void AddArchive(string path, string name, bool isNamed)
    {
        try
        {
            var archive = InputFile.OpenArchive(path);
            var entries = archive.Entries.Where(entry => !ArchivePath.IsHidden(entry.Name))
                .ToLookup(entry => SourceKinds.WhyNotRead(entry.Name));
            foreach (var entry in entries[null])
                Sort(ArchivePath.Join(path, entry.Name), ArchivePath.InPlace(ArchivePath.Join(name, entry.Name)), isNamed: false);
            remarks.AddRange(entries.Where(passed => passed.Key is not null)
                .Select(passed => $"{path}: {PathNames.List(passed.Select(entry => entry.Name))} in it: passed over, {passed.Key}."));
            remarks.AddRange(archive.Faults);
            if (archive.PassedOver > 0)
                remarks.Add($"{path}: {archive.PassedOver} links or names that lead out of the archive are passed over.");
        }
        catch (RunException error) when (!isNamed)
        {
            remarks.Add(error.Message);
        }
    }

    /// <summary>Of single files, what lies in their folders: the video beside a bare log, the log beside a bare video.</summary>
    private void AddBeside(IReadOnlyList<string> paths)
    {
        var (hadLog, hadVideo) = (Logs.Count + TraceTexts.Count > 0, Videos.Count > 0);
        var folders = paths.Select(path => Path.GetDirectoryName(Path.GetFullPath(path))).OfType<string>();
        foreach (var path in folders.Where(Directory.Exists).Distinct().SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal))
        {
            var kind = SourceKinds.OfFile(path);
            var isWanted = kind is SourceKind.Json or SourceKind.Metadata || (kind == SourceKind.Video && !hadVideo)
                || (kind is SourceKind.Table or SourceKind.Text && !hadLog);
            if (isWanted && !RegularFile.IsSpecial(path) && !names.Paths.Any(known => Path.GetFullPath(known) == path))
                Sort(path, Path.GetFileName(path), isNamed: false);
        }
    }

    private void Sort(string path, string name, bool isNamed)
    {
        names.Add(path, name);
        var kind = SourceKinds.OfFile(path);
        if (kind is SourceKind.Table or SourceKind.Text || (kind is SourceKind.Other && isNamed)) SortTextOrRemark(path, isNamed);
        else ListOf(kind).Add(path);
    }

    private List<string> ListOf(SourceKind kind) => kind switch
    {
        SourceKind.Video => Videos,
        SourceKind.Json => MetricsCandidates,
        SourceKind.Metadata => ActionSpaces,
        _ => OtherFiles,
    };

    private void SortTextOrRemark(string path, bool isNamed)
    {
        try
        {
            SortText(path, isNamed);
        }
        catch (RunException error) when (!isNamed)
        {
            remarks.Add(error.Message);
        }
    }

    private void SortText(string path, bool isNamed)
    {
        byte[] Start(int bytes) => InputFile.Read(path, Remedy, stream => InputFile.Start(stream, bytes));
        var start = Start(SourceKinds.HeaderBytes);
        if (TableHead.Of(start).IsLog)
        {
            copies.Add(path, start);
            Logs.Add(path);
        }
        else if (TraceText.IsIn(start) || TraceText.IsIn(Start(SourceKinds.LongestHead)))
        {
            TraceTexts.Add(path);
        }
        else if (SourceKinds.Of(path) == SourceKind.Table)
        {
            OtherTables.Add(path);
            if (isNamed) Logs.Add(path);
        }
        else if (isNamed)
        {
            if (SourceKinds.WhyNotRead(path) is { } reason) throw new RunException($"{path}: {reason}.");
            throw new RunException($"{path}: this is no log, video or archive that is known here; give a sim-trace CSV, a robomaker or " +
                "simulation log, a video (.mp4 .mov .mkv .avi .webm), an archive (.zip .tar.gz .tgz .tar) or a folder.");
        }
        else
        {
            OtherFiles.Add(path);
        }
    }
}
