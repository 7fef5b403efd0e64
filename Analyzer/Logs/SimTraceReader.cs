using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>
/// Reads a sim-trace log: CSV in the order of its own header, with any line ends, with or without a byte order mark. A last
/// line that was cut off, as in a log that is still being written, is left out and remarked on.
/// </summary>
public static class SimTraceReader
{
    private const string Remedy = "choose the evaluation's sim-trace CSV with --log FILE";

    /// <summary>Reads the whole log.</summary>
    /// <exception cref="RunException">The file can't be read or is no sim-trace log.</exception>
    public static SimTrace Read(string path)
    {
        var content = InputFile.ReadBytes(path, Remedy);
        using var records = LogCsv.Open(content);
        if (!records.Read()) throw new RunException($"{path}: the file is empty, expected a sim-trace log; {Remedy}.");
        var header = records.Current.ToArray();
        if (string.Concat(header).Any(letter => char.IsControl(letter) && letter != '\t'))
            throw new RunException($"{path}: this is not a text file, expected a sim-trace log; {Remedy}.");

        var parser = new SimTraceRowParser(path, header, Remedy);
        var rows = ImmutableArray.CreateBuilder<SimTraceRow>();
        var cells = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        RunException? fault = null;
        while (records.Read())
        {
            if (fault is not null) throw fault;
            var fields = LogCsv.Fields(records, header.Length);
            try
            {
                rows.Add(parser.Parse(fields, records.LineNumber, rows.Count > 0 ? rows[^1] : null));
                cells.Add(ImmutableCollectionsMarshal.AsImmutableArray(fields));
            }
            catch (RunException error) when (LogCsv.MayBeCutOff(records, fields.Length, header.Length, content.Length))
            {
                fault = error;
            }
        }

        if (rows.Count == 0) throw new RunException($"{path}: there is a header but no complete row, expected one row a step; {Remedy}.");
        return new SimTrace(path, [.. header], rows.DrainToImmutable(), cells.DrainToImmutable())
        {
            Remarks = fault is null ? [] : [$"{path}: the last line is incomplete and is left out (is the log still being written?)."],
        };
    }
}
