using System.Text;

namespace Analyzer.Rewards.Functions;

/// <summary>
/// The lines of a program that may write anything, in UTF-8: of a line that is too long the rest is passed over, and more than so many
/// bytes in all are refused.
/// </summary>
/// <param name="stream">What it writes.</param>
/// <param name="most">Bytes in all beyond which it is stopped.</param>
internal sealed class BoundedLines(Stream stream, long most)
{
    /// <summary>Bytes of a line that are kept: an answer with a hundred components is shorter.</summary>
    public const int LongestLine = 1 << 16;

    // What a pipe holds: a flood is at its limit long before its row's time is over.
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly byte[] line = new byte[LongestLine];
    private (int Next, int End) room;
    private long read;

    /// <summary>Whether more came than is read of a program.</summary>
    public bool IsTooMuch => read > most;

    /// <summary>The next line; null at the end, and where it is too much.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        for (var length = 0; ;)
        {
            if (room.Next == room.End)
            {
                room = (0, await stream.ReadAsync(buffer, cancellation));
                read += room.End;
                if (room.End == 0 || IsTooMuch) return length == 0 || IsTooMuch ? null : Encoding.UTF8.GetString(line, 0, length);
            }

            var rest = buffer.AsMemory(room.Next, room.End - room.Next);
            var end = rest.Span.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            var fits = part[..Math.Min(part.Length, LongestLine - length)];
            fits.CopyTo(line.AsMemory(length));
            length += fits.Length;
            room.Next += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) return Encoding.UTF8.GetString(line, 0, length);
        }
    }
}
