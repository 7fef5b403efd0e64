using System.Buffers.Binary;
using System.Text;

namespace Analyzer.Tests.Support;

/// <summary>Writes NumPy's array files.</summary>
internal static class Npy
{
    /// <summary>A matrix as a file.</summary>
    public static byte[] Bytes(double[][] lines, string type = "<f8", bool isByColumn = false, byte version = 1)
    {
        var (rows, columns) = (lines.Length, lines[0].Length);
        var header = $"{{'descr': '{type}', 'fortran_order': {isByColumn}, 'shape': ({rows}, {columns}), }}\n";
        using var file = new MemoryStream();
        file.Write([0x93, .. "NUMPY"u8, version, 0]);
        var length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)header.Length);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)header.Length);
        file.Write(length);
        file.Write(Encoding.ASCII.GetBytes(header));
        var values = isByColumn
            ? Enumerable.Range(0, columns).SelectMany(column => lines.Select(line => line[column]))
            : lines.SelectMany(line => line);
        foreach (var value in values) file.Write(type == "<f4" ? BitConverter.GetBytes((float)value) : BitConverter.GetBytes(value));
        return file.ToArray();
    }
}
