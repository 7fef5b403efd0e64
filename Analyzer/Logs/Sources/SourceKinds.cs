using Analyzer.Platform;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Sources;

/// <summary>What a file may be, by its name.</summary>
internal enum SourceKind
{
    /// <summary>Nothing that matters here.</summary>
    Other,

    /// <summary>A CSV file.</summary>
    Table,

    /// <summary>A log of the simulator's console, or an export of one.</summary>
    Text,

    /// <summary>A video.</summary>
    Video,

    /// <summary>A JSON file that may hold metrics.</summary>
    Json,

    /// <summary>The action space.</summary>
    Metadata,
}

/// <summary>Tells kinds of files by their names and beginnings.</summary>
internal static class SourceKinds
{
    /// <summary>Bytes within which a table's header ends.</summary>
    public const int HeaderBytes = 4096;

    /// <summary>Bytes within which the first step of a simulator's log stands: its head has been up to 120 KB.</summary>
    public const int LongestHead = 4 << 20;

    /// <summary>Names of the pictures and recordings that this program makes begin with this.</summary>
    public const string OwnPrefix = "deepracer_analysis_";

    private static readonly string[] VideoEndings = [".mp4", ".mkv", ".avi", ".mov", ".webm"];
    private static readonly string[] TextEndings = [".log", ".txt", ".jsonl", ".ndjson"];
    private static readonly string[] UnfinishedEndings = [".crdownload", ".part", ".partial", ".opdownload"];

    /// <summary>Why a file that may well be meant is not read, and what to do; null where nothing is known of it.</summary>
    public static string? WhyNotRead(string path)
    {
        bool Ends(string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        return UnfinishedEndings.Any(Ends) ? "it is a download that is not finished; wait for it, or download it again"
            : ArchivePath.IsOtherArchive(path) ? "such archives are not read; unpack it"
            : ArchivePath.IsArchive(path) ? "archives are not read so deep in one another; unpack it"
            : null;
    }

    /// <summary>
    /// What a file may be: one of JSON by what is in it, for a log that was exported is a text, and so may one be without an ending, or
    /// with a number for one, that is not packed.
    /// </summary>
    public static SourceKind OfFile(string path)
    {
        var kind = Of(path);
        var isText = kind == SourceKind.Json ? TraceText.IsIn(InputFile.ReadStart(path, LongestHead))
            : kind == SourceKind.Other && Path.GetExtension(path).AsSpan().TrimStart('.').IndexOfAnyExceptInRange('0', '9') < 0
                && File.Exists(path);
        return isText ? SourceKind.Text : kind;
    }

    /// <summary>What a file may be, by its name.</summary>
    public static SourceKind Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        bool Ends(string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        if (Ends(".hud.csv")) return SourceKind.Other;
        if (Ends(".csv")) return SourceKind.Table;
        if (TextEndings.Any(Ends)) return SourceKind.Text;
        if (name.Equals("model_metadata.json", StringComparison.OrdinalIgnoreCase)) return SourceKind.Metadata;
        if (Ends(".json")) return SourceKind.Json;
        var isOwn = name.StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase);
        return VideoEndings.Any(Ends) && !isOwn ? SourceKind.Video : SourceKind.Other;
    }
}
