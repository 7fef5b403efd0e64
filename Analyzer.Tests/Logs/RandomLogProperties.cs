using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analyzer.Logs;
using Analyzer.Tests.Support;
using FsCheck.Xunit;

namespace Analyzer.Tests.Logs;

public sealed class RandomLogProperties : IDisposable
{
    private readonly TempFolder folder = new();

    [Property(MaxTest = 100)]
    public void The_reader_gives_what_was_written(LogShape shape)
    {
        var log = new RandomLog(shape);

        var trace = SimTraceReader.Read(folder.Write("log.csv", log.Bytes));

        Assert.Equal(log.Columns, trace.Columns);
        Assert.Equal(log.Cells, trace.Rows.Select(row => log.Columns.Select((_, column) => trace.Cell(row.Index, column))));
        double Number(int row, string column) =>
            double.Parse(log.Cells[row][Array.IndexOf(log.Columns, column)], CultureInfo.InvariantCulture);
        foreach (var row in trace.Rows)
        {
            Assert.Equal(
                (Number(row.Index, "X"), Number(row.Index, "progress"), Number(row.Index, "episode")),
                (row.X, row.ProgressPercent, row.Episode));
        }
    }

    [Property(MaxTest = 100)]
    public void Without_the_inserted_cells_the_log_is_as_it_was(LogShape shape)
    {
        var log = new RandomLog(shape);
        var path = folder.Write($"{Guid.NewGuid()}.csv", log.Bytes);
        var outcome = SpeedColumn.Write(path, [.. log.Cells.Select((_, row) => $"<{row}>")], replaceExisting: false);

        var written = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.Equal(SpeedColumnOutcome.Written, outcome);
        Assert.Equal(log.Bytes, Encoding.Latin1.GetBytes(Regex.Replace(written, ",speed|,<[0-9]+>", "")));
        Assert.Equal(log.Bytes, File.ReadAllBytes($"{path}.bak"));
    }

    [Property(MaxTest = 100)]
    public void The_speeds_are_read_back_beside_all_other_cells(LogShape shape)
    {
        var log = new RandomLog(shape);
        var path = folder.Write($"{Guid.NewGuid()}.csv", log.Bytes);
        var speeds = log.Cells.Select((_, row) => row % 4 == 3 ? null : string.Create(CultureInfo.InvariantCulture, $"{row}.25")).ToArray();

        SpeedColumn.Write(path, speeds, replaceExisting: false);
        var trace = SimTraceReader.Read(path);

        var yaw = Array.IndexOf(log.Columns, "yaw");
        Assert.Equal([.. log.Columns[..(yaw + 1)], "speed", .. log.Columns[(yaw + 1)..]], trace.Columns);
        foreach (var row in trace.Rows)
        {
            Assert.Equal(speeds[row.Index] ?? "", trace.Cell(row.Index, yaw + 1));
            var others = trace.Columns.Select((_, column) => trace.Cell(row.Index, column)).ToList();
            others.RemoveAt(yaw + 1);
            Assert.Equal(log.Cells[row.Index], others);
        }
    }

    [Property(MaxTest = 100)]
    public void Replacing_and_replacing_back_gives_the_same_bytes(LogShape shape)
    {
        var log = new RandomLog(shape);
        var path = folder.Write($"{Guid.NewGuid()}.csv", log.Bytes);
        string?[] Speeds(string? text) => [.. log.Cells.Select(_ => text)];
        SpeedColumn.Write(path, Speeds("1.46"), replaceExisting: false);
        var first = File.ReadAllBytes(path);

        Assert.Equal(SpeedColumnOutcome.Replaced, SpeedColumn.Write(path, Speeds(null), replaceExisting: true));
        Assert.Equal(SpeedColumnOutcome.Replaced, SpeedColumn.Write(path, Speeds("1.46"), replaceExisting: true));
        Assert.Equal(SpeedColumnOutcome.Unchanged, SpeedColumn.Write(path, Speeds("1.46"), replaceExisting: true));

        Assert.Equal(first, File.ReadAllBytes(path));
        Assert.Equal(log.Bytes, File.ReadAllBytes($"{path}.bak"));
    }

    public void Dispose() => folder.Dispose();
}
