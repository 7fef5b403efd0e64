using System.Globalization;

namespace Analyzer.Commands.Measuring;

/// <summary>Processor time of a rendered frame, stage by stage, in milliseconds; the costliest is the bottleneck.</summary>
/// <param name="Decode">Decoding the video's frame.</param>
/// <param name="Draw">Composing the picture.</param>
/// <param name="Encode">The program ffmpeg, all its threads together; null where the system does not tell.</param>
internal sealed record RenderStages(double Decode, double Draw, double? Encode)
{
    // Clock ticks in Linux's files, whatever the kernel's own rate.
    private const double TicksPerSecond = 100;

    /// <summary>The costliest stage's name.</summary>
    public string Limit =>
        Encode is { } encode && encode >= Math.Max(Decode, Draw) ? "encode"
        : Draw >= Decode ? "draw"
        : "decode";

    /// <summary>Processor time of all programs that this one started and that have ended; null where the system does not tell.</summary>
    public static TimeSpan? TimeOfEndedPrograms()
    {
        if (!OperatingSystem.IsLinux()) return null;

        // The name, the second field, is in parentheses and may hold anything; children's user and system times are the 16th and 17th.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields[13..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
