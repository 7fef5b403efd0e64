using System.Text;
using Analyzer.Platform;
using CsvHelper;

namespace Analyzer.Logs;

/// <summary>What became of the log's <c>speed</c> column.</summary>
internal enum SpeedColumnOutcome
{
    /// <summary>The column was added.</summary>
    Written,

    /// <summary>The log had the column already and was left alone.</summary>
    AlreadyThere,

    /// <summary>The column's cells were replaced.</summary>
    Replaced,

    /// <summary>The cells were to be replaced, but hold these very speeds.</summary>
    Unchanged,
}

/// <summary>
/// Writes the speeds of the video into the log's column <c>speed</c>, after <c>yaw</c>. All other bytes stay as they are, and the
/// untouched log is kept once beside it as <c>.bak</c>, or as <c>.2.bak</c> and so on where that is another log's.
/// </summary>
internal static class SpeedColumn
{
    private const string Remedy = "leave the log alone with --keep-log";

    /// <summary>Writes the column.</summary>
    /// <param name="logPath">The log.</param>
    /// <param name="speedOfRow">The text of each row's cell, in metres a second; null for an empty cell.</param>
    /// <param name="replaceExisting">Whether to write over a column that is there.</param>
    /// <exception cref="RunException">The log can't be written, or has other rows than <paramref name="speedOfRow"/>.</exception>
    public static SpeedColumnOutcome Write(string logPath, IReadOnlyList<string?> speedOfRow, bool replaceExisting)
    {
        var content = InputFile.ReadBytes(logPath, Remedy);
        if (TextEncoding.IsUtf16(content))
            throw new RunException($"{logPath}: the text is in UTF-16, expected UTF-8; save it as UTF-8, or {Remedy}.");
        using var records = LogCsv.Open(content);
        var header = LogCsv.ReadHeader(records, content);
        var isThere = LogCsv.Find(header, "speed") >= 0;
        if (isThere && !replaceExisting) return SpeedColumnOutcome.AlreadyThere;

        var changed = Edit(logPath, content, records, header, speedOfRow);
        if (changed.AsSpan().SequenceEqual(content)) return SpeedColumnOutcome.Unchanged;
        Save(logPath, content, changed, isFirst: !isThere);
        return isThere ? SpeedColumnOutcome.Replaced : SpeedColumnOutcome.Written;
    }

    /// <summary>The content with the cells put in; <paramref name="records"/> stands on the header.</summary>
    private static byte[] Edit(
        string logPath, byte[] content, CsvReader records, string[] header, IReadOnlyList<string?> speedOfRow)
    {
        var (yaw, speed) = (LogCsv.Find(header, "yaw"), LogCsv.Find(header, "speed"));
        if (yaw < 0 && speed < 0) throw RunException.At(logPath, 1, $"there is no column yaw to write the speed after; {Remedy}.");
        using var changed = new MemoryStream(content.Length);
        var copied = 0;
        void Put(List<(int Start, int End)> places, string text)
        {
            var (from, to) = speed < 0 ? (places[yaw].End, places[yaw].End) : places[speed];
            changed.Write(content.AsSpan(copied, from - copied));
            changed.Write(Encoding.UTF8.GetBytes(speed < 0 ? $"{records.Separator}{text}" : text));
            copied = to;
        }

        if (speed < 0) Put(LogCsv.Places(records, header.Length), "speed");
        var row = 0;
        while (LogCsv.ReadNext(records))
        {
            var places = LogCsv.Places(records, header.Length);
            var fields = LogCsv.Fields(records, header.Length);
            if (row == speedOfRow.Count && LogCsv.MayBeCutOff(records, fields.Length, header.Length, content.Length)) break;
            if (LogCsv.IsHeader(fields, header))
            {
                if (speed < 0) Put(places, "speed");
                continue;
            }

            if (row == speedOfRow.Count || fields.Length != header.Length) throw Changed(logPath);
            var text = speedOfRow[row++] ?? "";
            Put(places, LogCsv.HasDecimalCommas(records) ? text.Replace('.', ',') : text);
        }

        if (row < speedOfRow.Count) throw Changed(logPath);
        changed.Write(content.AsSpan(copied));
        return changed.ToArray();
    }

    /// <summary>The log's untouched copy: the last one, where another download of the same name has left one.</summary>
    public static string UntouchedCopyOf(string logPath)
    {
        var number = 1;
        while (File.Exists(Backup(logPath, number + 1))) number++;
        return Backup(logPath, number);
    }

    private static string Backup(string logPath, int number) => number == 1 ? $"{logPath}.bak" : $"{logPath}.{number}.bak";

    private static void Save(string logPath, byte[] content, byte[] changed, bool isFirst)
    {
        string Refusal(string reason)
        {
            var first = InputFile.IsFull(reason) ? "make room on the disk" : "make the folder writable";
            return $"{logPath}: the speed column can't be written ({reason}); {first}, or {Remedy}.";
        }

        void KeepMode(string path)
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, File.GetUnixFileMode(logPath));
        }

        var backup = UntouchedCopyOf(logPath);
        var number = 1;
        while (isFirst && File.Exists(backup) && !InputFile.ReadBytes(backup, Remedy).AsSpan().SequenceEqual(content))
            backup = Backup(logPath, ++number);
        if (!File.Exists(backup)) PendingFile.Write(backup, stream => stream.Write(content), Refusal, KeepMode);
        PendingFile.Write(logPath, stream => stream.Write(changed), Refusal);
    }

    private static RunException Changed(string logPath) =>
        new($"{logPath}: the log has changed while it was being analysed; start again when it is complete, or {Remedy}.");
}
