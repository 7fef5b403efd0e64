using System.Text;

namespace Analyzer.Rewards.Functions;

/// <summary>
/// Reads the output of a program that may write anything, line by line, as UTF-8: of a line that is too long the rest is passed over, and
/// more than so many bytes in all are refused.
/// </summary>
/// <param name="stream">What it writes.</param>
/// <param name="maxBytes">Bytes in all beyond which it is stopped.</param>
internal sealed class BoundedLines(Stream stream, long maxBytes)
{
    /// <summary>Bytes of a line that are kept: an answer with a hundred components is shorter.</summary>
    public const int MaxLineBytes = 1 << 16;

    // What a pipe holds: a flood is at its limit long before its row's time is over.
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly byte[] line = new byte[MaxLineBytes];
    private (int Next, int End) unread;
    private long read;

    /// <summary>Whether more than the limit came.</summary>
    public bool IsOverLimit => read > maxBytes;

    /// <summary>The next line; null at the end, and beyond the limit.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        for (var length = 0; ;)
        {
            if (unread.Next == unread.End)
            {
                unread = (0, await stream.ReadAsync(buffer, cancellation));
                read += unread.End;
                if (unread.End == 0 || IsOverLimit) return length == 0 || IsOverLimit ? null : Encoding.UTF8.GetString(line, 0, length);
            }

            var rest = buffer.AsMemory(unread.Next, unread.End - unread.Next);
            var end = rest.Span.IndexOf((byte)'\n');
            var part = end < 0 ? rest : rest[..end];
            var fits = part[..Math.Min(part.Length, MaxLineBytes - length)];
            fits.CopyTo(line.AsMemory(length));
            length += fits.Length;
            unread.Next += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) return Encoding.UTF8.GetString(line, 0, length);
        }
    }
}
