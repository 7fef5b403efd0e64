using System.Text.Json;
using Analyzer.Platform;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports;

/// <summary>The report on the sample as <c>report --json</c> writes it, and the text that its numbers come from.</summary>
internal static class SampleReport
{
    public static readonly RawRun Raw = new(SampleRun.Bundled);

    public static readonly JsonElement Json = JsonDocument.Parse(JsonText.Of(Analysis.Run(Reported.Sample(
        "Steps=1", "Fast=throttle**2", "Off=-20 if episode_status=='off_track' else 0")))).RootElement;

    public static double Number(JsonElement parent, string name) => parent.GetProperty(name).GetDouble();

    public static int Int(JsonElement parent, string name) => parent.GetProperty(name).GetInt32();
}
