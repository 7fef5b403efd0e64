using System.Collections.Immutable;
using System.Globalization;
using Analyzer.Platform;
using CsvHelper;

namespace Analyzer.Hud;

/// <summary>
/// The cache of a video's HUD readings, kept next to the video as <c>NAME.hud.csv</c>: one line a frame, with the log's row in its picture.
/// Which video it was read from is kept in the file's own time: see <see cref="HudFileStamp"/>.
/// </summary>
/// <param name="Readings">What each frame's HUD says.</param>
/// <param name="Rows">The log's row in each frame when the file was written; null before the log's first row and after its last.</param>
internal sealed record HudFile(ImmutableArray<HudReading> Readings, ImmutableArray<int?> Rows)
{
    private static readonly string[] Header = ["frame", "row", "speed", "clock_ms"];

    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>
    /// Where a video's readings are kept: beside it, or in the user's cache folder where nothing can be written there, or a pipe has that
    /// name.
    /// </summary>
    public static string PathFor(string videoPath)
    {
        var beside = PathBeside(videoPath);
        var folder = Path.GetDirectoryName(Path.GetFullPath(videoPath))!;
        return !Directory.Exists(folder) || (UserCache.IsWritable(folder) && !RegularFile.IsSpecial(beside))
            ? beside
            : Path.Combine(UserCache.FolderOf(videoPath), Path.GetFileName(beside));
    }

    private static string PathBeside(string videoPath) => Path.ChangeExtension(videoPath, ".hud.csv");

    /// <summary>
    /// The readings kept for a video; null where there are none, where the video is not the one that they were read from, or where the file
    /// is damaged.
    /// </summary>
    public static HudFile? TryRead(string videoPath)
    {
        try
        {
            var stamp = HudFileStamp.Of(videoPath);
            var path = new[] { PathFor(videoPath), PathBeside(videoPath) }.FirstOrDefault(
                path => File.Exists(path) && !RegularFile.IsSpecial(path) && stamp.IsOn(path));
            return path is null ? null : TryParse(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The readings in a file's content; null where it holds anything but whole lines in order.</summary>
    public static HudFile? TryParse(byte[] content)
    {
        if (content is not [.., (byte)'\n']) return null;
        try
        {
            using var records = CsvReader.Create(content, Strict);
            return Parse(records);
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the file next to its video, whole or not at all.</summary>
    /// <param name="videoPath">The video.</param>
    /// <param name="stamp">The video's stamp from before it was read.</param>
    public void Write(string videoPath, HudFileStamp stamp)
    {
        var path = PathFor(videoPath);
        string Refusal(string reason) => $"{path}: can't be written ({reason}); the video will be read again next time.";
        try
        {
            if (path != PathBeside(videoPath)) Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException(Refusal(InputFile.Reason(error)), error);
        }

        PendingFile.Write(path, WriteTo, Refusal, stamp.PutOn);
    }

    /// <summary>Writes the lines.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader(Header);
        for (var frame = 0; frame < Readings.Length; frame++)
        {
            writer.WriteField(frame, default);
            writer.WriteField(Rows[frame]);
            writer.WriteField(Readings[frame].SpeedMetresPerSecond, "0.00");
            writer.WriteField(Readings[frame].ClockMilliseconds);
            writer.EndRecord();
        }
    }

    private static HudFile? Parse(CsvReader records)
    {
        if (!records.Headers.SequenceEqual(Header)) return null;
        var readings = ImmutableArray.CreateBuilder<HudReading>();
        var rows = ImmutableArray.CreateBuilder<int?>();
        while (records.Read())
        {
            if (!TryWhole(records.GetString(0), out var frame) || frame != readings.Count) return null;
            if (!TryWhole(records.GetString(1), out var row)) return null;
            if (!TrySpeed(records.GetString(2), out var speed)) return null;
            if (!TryWhole(records.GetString(3), out var clock)) return null;
            readings.Add(new HudReading(speed, clock));
            rows.Add(row);
        }

        return readings.Count > 0 ? new HudFile(readings.ToImmutable(), rows.ToImmutable()) : null;
    }

    private static bool TryWhole(string text, out int? value)
    {
        value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value is not null || text is "";
    }

    // Just "N.NN" or "NN.NN", as written: without its dot it is the number of hundredths.
    private static bool TrySpeed(string text, out int? centimetresPerSecond)
    {
        var digits = text is [_, '.', _, _] or [_, _, '.', _, _] ? text.Remove(text.Length - 3, 1) : "";
        return TryWhole(digits, out centimetresPerSecond) && (centimetresPerSecond is not null || text is "");
    }
}
