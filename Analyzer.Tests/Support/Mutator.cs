namespace Analyzer.Tests.Support;

/// <summary>Mutates inputs for fuzz tests, as disks, editors and strangers damage them; the same seed makes the same inputs.</summary>
internal sealed class Mutator(int seed)
{
    private const int MaxBytes = 64_000;

    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "nan", "inf", "-1", "1e308", "99999999999", "\0", "\"", ",", "\n", "[", "{", "}", "]", "null", "true", "\\ud800", "[1 2", "'",
            "(", "**", "SIM_TRACE_LOG:", "episode", "\u001b[2J", "é", "../",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF], [0xEF, 0xBB, 0xBF],
    ];

    private readonly Random random = new(seed);

    /// <summary>A whole number below a limit.</summary>
    public int Below(int limit) => random.Next(limit);

    /// <summary>A copy with one to five damages.</summary>
    public byte[] Damage(byte[] content)
    {
        var bytes = content.ToList();
        for (var left = 1 + random.Next(5); left > 0; left--) DamageOnce(bytes);
        return [.. bytes.Take(MaxBytes)];
    }

    private void DamageOnce(List<byte> bytes)
    {
        var place = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, random.Next(2, 200)), bytes.Count - place);
        switch (random.Next(7))
        {
            case 0: bytes.InsertRange(place, Words[random.Next(Words.Length)]); break;
            case 1: bytes.RemoveRange(place, length); break;
            case 2: bytes.InsertRange(place, bytes.GetRange(place, length)); break;
            case 3: bytes.RemoveRange(place, bytes.Count - place); break;
            case 4: bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(place, length)); break;
            case 5 when length > 0: bytes[place] ^= (byte)(1 << random.Next(8)); break;
            case 6 when length > 0: bytes[place] = (byte)random.Next(256); break;
        }
    }
}
