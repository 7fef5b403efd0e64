namespace Analyzer.Rewards.Functions;

/// <summary>
/// The lines of a program that may write anything: of a line that is too long the rest is passed over, and more than so many
/// characters in all are refused.
/// </summary>
internal sealed class BoundedLines(StreamReader reader)
{
    /// <summary>Characters of a line that are kept: an answer with a hundred components is shorter.</summary>
    public const int LongestLine = 1 << 16;

    /// <summary>Characters in all beyond which a program is stopped.</summary>
    public const long MostCharacters = 1 << 28;

    private readonly char[] buffer = new char[1 << 14];
    private readonly char[] line = new char[LongestLine];
    private (int Next, int End) room;
    private long read;

    /// <summary>Whether more came than is read of a program.</summary>
    public bool IsTooMuch => read > MostCharacters;

    /// <summary>The next line; null at the end, and where it is too much.</summary>
    public async ValueTask<string?> ReadAsync(CancellationToken cancellation)
    {
        for (var length = 0; ;)
        {
            if (room.Next == room.End)
            {
                room = (0, await reader.ReadAsync(buffer.AsMemory(), cancellation));
                read += room.End;
                if (room.End == 0 || IsTooMuch) return length == 0 || IsTooMuch ? null : new string(line, 0, length);
            }

            var rest = buffer.AsMemory(room.Next, room.End - room.Next);
            var end = rest.Span.IndexOf('\n');
            var part = end < 0 ? rest : rest[..end];
            var fits = part[..Math.Min(part.Length, LongestLine - length)];
            fits.CopyTo(line.AsMemory(length));
            length += fits.Length;
            room.Next += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) return new string(line, 0, length);
        }
    }
}
