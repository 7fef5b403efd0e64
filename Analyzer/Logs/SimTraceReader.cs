using System.Collections.Immutable;
using System.Text;
using Analyzer.Logs.Sources;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>
/// Reads a sim-trace log: CSV in the order of its own header, with any line ends, with or without byte order marks, or a simulator's
/// log with <c>SIM_TRACE_LOG:</c> lines. A last line that was cut off, as in a log that is still being written, is left out and remarked
/// on.
/// </summary>
internal static class SimTraceReader
{
    private const string StatusColumn = "episode_status";
    private const string Remedy = "choose the evaluation's sim-trace CSV with --log FILE";

    /// <summary>Reads the whole log.</summary>
    /// <exception cref="RunException">The file can't be read or is no sim-trace log.</exception>
    public static SimTrace Read(string path) => Read([path]);

    /// <summary>Reads several files as one log: the laps of an evaluation, or the iterations of a training, in the order given.</summary>
    /// <param name="paths">At least one file.</param>
    /// <exception cref="RunException">One can't be read or is no sim-trace log.</exception>
    public static SimTrace Read(IReadOnlyList<string> paths)
    {
        var parts = ImmutableArray.CreateBuilder<TracePart>();
        var rows = ImmutableArray.CreateBuilder<SimTraceRow>();
        var cells = new FieldTexts();
        var remarks = ImmutableArray.CreateBuilder<string>();
        string[]? columns = null;
        var isTable = true;
        foreach (var path in paths)
        {
            parts.Add(new TracePart(path, rows.Count));
            columns = ReadPart(path, columns, parts, rows, cells, remarks, ref isTable);
        }

        return new SimTrace(paths[0], [.. columns!], rows.DrainToImmutable(), cells, parts.ToImmutable())
        {
            IsTable = isTable,
            Remarks = remarks.ToImmutable(),
        };
    }

    private static string[] ReadPart(
        string path,
        string[]? columns,
        ImmutableArray<TracePart>.Builder parts,
        ImmutableArray<SimTraceRow>.Builder rows,
        FieldTexts cells,
        ImmutableArray<string>.Builder remarks,
        ref bool isTable)
    {
        var content = InputFile.ReadText(path, Remedy);
        var lines = TraceText.Of(content);
        if (lines is not null) content = lines.Csv;
        using var records = LogCsv.Open(content);
        var header = LogCsv.ReadHeader(records, content);
        if (header.Length == 0) throw new RunException($"{path}: the file is empty, expected a sim-trace log; {Remedy}.");
        if (string.Concat(header).Any(letter => char.IsControl(letter) && letter != '\t'))
            throw new RunException($"{path}: this is not a text file, expected a sim-trace log; {Remedy}.");

        var parser = new SimTraceRowParser(path, header, records.LineNumber, Remedy);
        var firstRow = rows.Count;

        // Expressions may ask for it: the logs of 2019 have none.
        var addsStatus = LogCsv.Find(header, StatusColumn) < 0;
        var names = addsStatus ? header.Append(StatusColumn).ToArray() : header;
        var isInOrder = !addsStatus && (columns is null || columns.AsSpan().SequenceEqual(names));
        var fields = new LineFields();
        var firstName = Encoding.UTF8.GetBytes(header[0]);
        RunException? fault = null;
        long? stepsBack = null;
        long? further = null;
        while (LogCsv.ReadNext(records))
        {
            if (fault is not null) throw fault;
            var isPlain = fields.Take(records, header.Length);
            var line = lines is null ? records.LineNumber : lines.LineNumbers[(int)records.LineNumber - 2];
            if (fields.Count == header.Length && fields[0].EndsWith(firstName) && LogCsv.IsHeader(fields.Texts(), header))
            {
                further = line;
                continue;
            }

            try
            {
                var row = parser.Parse(fields, line, rows.Count > 0 ? rows[^1] : null);
                if (further is { } begin)
                {
                    parts.Add(new TracePart(path, rows.Count));
                    remarks.Add($"{path}, line {begin}: a further log begins; its laps are counted on. Give the logs singly to part them.");
                    further = null;
                }

                rows.Add(row);
                if (rows.Count - 1 > parts[^1].FirstRow && IsBefore(rows)) stepsBack ??= line;
                if (isInOrder && isPlain)
                {
                    cells.Add(content, (int)records.ByteOffset, records.RawRecord.TrimEnd("\r\n"u8).Length);
                    continue;
                }

                var texts = fields.Texts();
                if (addsStatus) texts = [.. texts, rows[^1].StatusText];
                cells.Add(isInOrder ? texts : InOrderOf(columns!, names, texts));
            }
            catch (RunException error) when (LogCsv.MayBeCutOff(records, fields.Count, header.Length, content.Length))
            {
                fault = error;
            }
        }

        if (rows.Count == firstRow)
            throw new RunException($"{path}: there is a header but no complete row, expected one row a step; {Remedy}.");
        var isMended = false;
        if (!RowOrder.IsKept(rows, firstRow))
        {
            isMended = parts[^1].FirstRow == firstRow && RowOrder.Mend(rows, firstRow, cells);
            if (isMended)
            {
                stepsBack = null;
                remarks.Add($"{path}: the rows are not in the order of driving; they are put in that of their times.");
            }
            else if (RowOrder.IsMixed(rows, firstRow))
            {
                throw new RunException($"{path}: the rows of several laps lie among each other, expected each lap's together; " +
                    "sort the lines by episode and steps, or download the log again.");
            }
        }

        isTable &= lines is null && !isMended;
        if (RowOrder.RemarkOn(path, rows, firstRow) is { } remark) remarks.Add(remark);
        if (fault is not null) remarks.Add($"{path}: the last line is incomplete and is left out (is the log still being written?).");
        if (!SimTrace.IsStart(rows[firstRow]) && !(firstRow > 0 && SimTrace.IsNextStep(rows[firstRow - 1], rows[firstRow])))
            remarks.Add($"{path}: the first lap's beginning is missing; that lap's time is not compared. Download the whole log.");
        if (stepsBack is { } place)
            remarks.Add($"{path}, line {place}: the time steps back; that lap's time is not compared. Download the log again.");
        return columns ?? names;
    }

    private static bool IsBefore(ImmutableArray<SimTraceRow>.Builder rows) => rows is [.., var before, var last]
        && !SimTrace.IsNewLap(before, last) && last.TimestampMilliseconds < before.TimestampMilliseconds;

    /// <summary>A line's fields in the order of another header, whose columns may not all be there.</summary>
    private static string[] InOrderOf(string[]? columns, string[] header, string[] fields) =>
        columns is null || columns.AsSpan().SequenceEqual(header)
            ? fields
            : [.. columns.Select(column => LogCsv.Find(header, column.Trim()) is >= 0 and var place ? fields[place] : "")];
}
