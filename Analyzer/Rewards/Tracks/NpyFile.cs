using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>A matrix in row-major order.</summary>
internal sealed record NpyArray(int Rows, int Columns, double[] Values)
{
    public double this[int row, int column] => Values[(row * Columns) + column];

    /// <summary>The line whose x is in a column and whose y is in the next one.</summary>
    public TrackLine Line(int column) =>
        new([.. Enumerable.Range(0, Rows).Select(row => new TrackPoint(this[row, column], this[row, column + 1]))]);
}

/// <summary>NumPy's array files, formats 1 to 3, holding a matrix of little-endian 64- or 32-bit floats in either order.</summary>
internal static partial class NpyFile
{
    private const int MaxBytes = 10_000_000;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="remedy">What to do where it can't be read, as the end of a sentence.</param>
    /// <exception cref="RunException">It can't be read, is no such array, or holds a value that is no number.</exception>
    public static NpyArray Read(string path, string remedy)
    {
        RunException Fault(string what) => new($"{path}: {what}; {remedy}.");
        var file = InputFile.ReadBytes(path, remedy);
        if (file.Length > MaxBytes) throw Fault($"too large for lines of a track (over {MaxBytes / 1_000_000} MB)");
        if (file.Length < 12 || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic)) throw Fault("not a NumPy array file (.npy)");

        var isFirstVersion = file[6] == 1;
        var headerStart = isFirstVersion ? 10 : 12;
        var headerLength = isFirstVersion
            ? BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8))
            : BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(8));
        if (headerStart + headerLength > file.Length) throw Fault("ends within its header");
        var header = Encoding.UTF8.GetString(file, headerStart, (int)headerLength);
        return Matrix(file.AsSpan(headerStart + (int)headerLength), header, Fault);
    }

    [GeneratedRegex(@"'descr':\s*'([^']*)'")]
    private static partial Regex Type();

    [GeneratedRegex(@"'shape':\s*\((\d{1,9}),\s*(\d{1,9}),?\s*\)")]
    private static partial Regex Shape();

    private static NpyArray Matrix(ReadOnlySpan<byte> data, string header, Func<string, RunException> fault)
    {
        var type = Type().Match(header).Groups[1].Value;
        if (type is not ("<f8" or "<f4")) throw fault($"holds the type '{type}', expected floats ('<f8': array.astype(float))");
        if (Shape().Match(header) is not { Success: true } shape) throw fault("not a matrix, expected a line a waypoint");

        var (rows, columns) = (Int(shape.Groups[1]), Int(shape.Groups[2]));
        var size = type == "<f8" ? sizeof(double) : sizeof(float);
        if ((long)rows * columns * size != data.Length)
            throw fault($"{data.Length} bytes of values, where {rows} x {columns} need {(long)rows * columns * size}");

        var isByColumn = header.Contains("'fortran_order': True", StringComparison.Ordinal);
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
        {
            var from = isByColumn ? (i % columns * rows) + (i / columns) : i;
            values[i] = size == sizeof(double)
                ? BinaryPrimitives.ReadDoubleLittleEndian(data[(from * size)..])
                : BinaryPrimitives.ReadSingleLittleEndian(data[(from * size)..]);
        }

        return Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var bad
            ? throw fault($"line {bad / columns} of the array holds a value that is no number")
            : new NpyArray(rows, columns, values);
    }

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
