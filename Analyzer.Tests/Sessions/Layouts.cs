using System.Globalization;
using System.Text;
using System.Text.Json;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Sessions;

/// <summary>The sample as people hold it: each layout writes its files below a folder and gives the paths that a user would.</summary>
internal static class Layouts
{
    private const string Job = "my-car-evaluation-9oJ3QbS0SYm7Iag";
    private const string Video = "evaluation-0-video.mp4";
    private const string Trace = "evaluation-simtrace/0-iteration.csv";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly (string Name, byte[] Content)[] Sample = [.. SampleRun.BundledFiles];

    /// <summary>By a sentence that says what the user has.</summary>
    public static readonly IReadOnlyDictionary<string, Func<TempFolder, string[]>> All = new Dictionary<string, Func<TempFolder, string[]>>
    {
        ["the console's folder"] = folder => Write(folder, Sample),
        ["the console's folder, named as --model was"] = folder => [.. Write(folder, Sample).Select(path => $"{path}/")],
        ["files side by side with blanks in their names"] = folder => Write(
            folder, ("my log (1).csv", Log), ("My video.MP4", Of(Video)), ("metrics 1.json", Metrics), ("model_metadata.json", Metadata)),
        ["a bare log beside a bare video, both named"] = folder =>
            [folder.Write("a/x.csv", Log), folder.Write("b/y.mov", Of(Video))],
        ["a bare video, named, beside a bare log"] = folder =>
        {
            folder.Write("x.csv", Log);
            return [folder.Write("y.mkv", Of(Video))];
        },
        ["a zip"] = folder => [Archives.Zip(folder.Path("run.zip"), Sample)],
        ["a tar.gz"] = folder => [Archives.Tar(folder.Path("run.tar.gz"), Sample)],
        ["a tar in a folder"] = folder => [Path.GetDirectoryName(Archives.Tar(folder.Path("downloads/run.tar"), Sample))!],
        ["its three parts in three archives in three folders"] = folder =>
        [
            Archives.Tar(folder.Path("a/logs.tgz"), Sample.Where(file => !IsIn(file, "model/") && file.Name != Video)),
            Archives.Zip(folder.Path("b/model.zip"), Sample.Where(file => IsIn(file, "model/"))),
            Archives.Tar(folder.Path("c/video.tar"), Sample.Where(file => file.Name == Video)),
        ],
        ["the three downloads of DeepRacer on AWS, with colons and three stamps"] = folder =>
        [
            Archives.Tar(
                folder.Path($"{Job}-logs.tar.gz"),
                ($"my-car/metrics/evaluation/2026-11-20T10:15:00.898Z-{Job}.json", Metrics),
                ($"my-car/sim-trace/evaluation/2026-11-20T10:15:02.100Z-{Job}/{Trace}", Log),
                ($"my-car/logs/evaluation/2026-11-20T10:22:20.610Z-{Job}-simulation.log", Prefixed(SimulatorLog))),
            Archives.Tar(
                folder.Path("virtualmodel-my-car.tar.gz"), ("model/model_metadata.json", Metadata), ("agent/checkpoint.pb", new byte[100])),
            folder.Write("download.mp4", Of(Video)),
        ],
        ["the bucket of DeepRacer on AWS, with three cameras"] = folder => Write(
            folder,
            ($"sim-trace/evaluation/2026-11-20T10:15:02.100Z-{Job}/{Trace}", Log),
            ("sim-trace/evaluation/2026-11-19T10:15:02.100Z-other-evaluation-1111111/" + Trace, Earlier),
            ($"videos/evaluation/2026-11-20T10:15:09.000Z-{Job}/camera-45degree/0-video.mp4", [0]),
            ($"videos/evaluation/2026-11-20T10:15:09.000Z-{Job}/camera-pip/0-video.mp4", Of(Video)),
            ($"videos/evaluation/2026-11-20T10:15:09.000Z-{Job}/camera-topview/0-video.mp4", [0])),
        ["DeepRacer for Cloud: three evaluations of which one fits, a training, three cameras of which one has a HUD"] = folder => Write(
            folder,
            ("evaluation-20261120101500/" + Trace, Log),
            ("evaluation-20261121101500/" + Trace, Earlier),
            ("evaluation-20261122101500/" + Trace, Earlier),
            ("training-simtrace/0-iteration.csv", Earlier),
            ("training-simtrace/1-iteration.csv", Earlier),
            ("metrics/EvaluationMetrics-20261120101500.json", Metrics),
            ("model/model_metadata.json", Metadata),
            ("mp4/camera-45degree/0-video.mp4", [0]),
            ("mp4/camera-pip/0-video.mp4", Of(Video)),
            ("mp4/camera-topview/0-video.mp4", [0])),
        ["a robomaker log and the video"] = folder => Write(folder, ("evaluation-robomaker.log", SimulatorLog), (Video, Of(Video))),
        ["the simulator's log as a cloud console's JSON, in two pages, the latest first"] = folder =>
            Write(folder, ("log-events.json", AsEvents(SimulatorLog)), (Video, Of(Video))),
        ["a log whose lines were sorted as text"] = folder => Write(folder, ("log.csv", Sorted(Log)), (Video, Of(Video))),
        ["a league submission's log and its video"] = folder => Write(
            folder,
            ("logs/leaderboard/leaderboard-20261120101500-wDhqXQC-SkGOinLUdZCQZQ-robomaker.log", Prefixed(SimulatorLog)),
            ("league.webm", Of(Video))),
        ["a file for each lap"] = folder => Write(folder, [.. LapFiles(), (Video, Of(Video))]),
        ["a byte order mark, CRLF, blank lines at the end and columns of its own"] = folder => Write(
            folder,
            ("my run/log.csv", AsSavedOnWindows(Log)),
            ("my run/" + Video, Of(Video))),
        ["a log that a spreadsheet saved where numbers have commas"] = folder => Write(
            folder, ("log.csv", AsSavedInGermany(Log)), (Video, Of(Video))),
        ["a tar.gz in a zip"] = folder =>
        [
            Archives.Zip(
                folder.Path("download.zip"),
                (
                    "logs.tar.gz",
                    File.ReadAllBytes(Archives.Tar(folder.Path("parts/logs.tar.gz"), Sample.Where(file => file.Name != Video)))),
                (Video, Of(Video))),
        ],
        ["a video in a zip in a tar"] = folder =>
        [
            Archives.Tar(
                folder.Path("all.tar"), ("run/run.zip", File.ReadAllBytes(Archives.Zip(folder.Path("parts/run.zip"), Sample)))),
        ],
        ["a log that has a speed column"] = folder => Write(folder, ("log.csv", WithSpeed(Log)), (Video, Of(Video))),
        ["a log as of 2019: fifteen fields, wall-clock times, no status"] = folder => Write(
            folder, ("evaluation.log", As2019(SimulatorLog)), (Video, Of(Video))),
    };

    private static byte[] Log => File.ReadAllBytes(SampleRun.LogIn(SampleRun.Bundled));

    private static byte[] Earlier => File.ReadAllBytes(SampleRun.LogIn(SampleRun.Earlier));

    private static byte[] SimulatorLog => Of("robomaker.log");

    private static byte[] Metrics => Sample.Single(file => IsIn(file, "metrics/")).Content;

    private static byte[] Metadata => Of("model_metadata.json");

    private static byte[] Of(string end) => Sample.Single(file => file.Name.EndsWith(end, StringComparison.Ordinal)).Content;

    private static bool IsIn((string Name, byte[] Content) file, string folder) => file.Name.StartsWith(folder, StringComparison.Ordinal);

    private static string[] Write(TempFolder folder, params (string Name, byte[] Content)[] files)
    {
        foreach (var (name, content) in files) folder.Write(Path.Combine("held", name), content);
        return [Path.Combine(folder.Root, "held")];
    }

    private static string[] Lines(byte[] text) => Encoding.UTF8.GetString(text).TrimEnd('\n').Split('\n');

    private static byte[] Text(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));

    private static byte[] Prefixed(byte[] log) => Text(Lines(log).Select(line => $"[node.py-1] [run_evaluation_rl_agent.sh-9] {line}"));

    private static byte[] AsEvents(byte[] log) => Text(Lines(log).Reverse().Chunk(500).Select(page => JsonSerializer.Serialize(
        new { events = page.Select(message => new { timestamp = 1795000000000, message }) }, Indented)));

    private static byte[] Sorted(byte[] log) => Text([Lines(log)[0], .. Lines(log)[1..].Order(StringComparer.Ordinal)]);

    private static IEnumerable<(string, byte[])> LapFiles()
    {
        var lines = Lines(Log);
        return lines.Skip(1).GroupBy(line => line.Split(',')[0])
            .Select(lap => ($"evaluation-simtrace/{lap.Key}-episode.csv", Text(lap.Prepend(lines[0]))));
    }

    private static byte[] AsSavedOnWindows(byte[] log) => Encoding.UTF8.GetBytes(
        $"\uFEFF{string.Concat(Lines(log).Select((line, i) => $"{line},{(i == 0 ? "mine" : "x")}\r\n"))}\r\n\r\n");

    private static byte[] AsSavedInGermany(byte[] log) => Encoding.UTF8.GetBytes("sep=;\r\n" + string.Concat(
        Lines(log).Select(line => line.Replace(',', ';').Replace('.', ',') + "\r\n")));

    private static byte[] WithSpeed(byte[] log) => Text(Lines(log).Select((line, i) =>
    {
        var cells = line.Split(',').ToList();
        cells.Insert(5, i == 0 ? "speed" : "1.23");
        return string.Join(',', cells);
    }));

    private static byte[] As2019(byte[] log) => Text(Lines(log).Select(line =>
    {
        const double Start = 1555730000;
        const int TimeField = 14;
        var cells = line.Split(',');
        if (cells.Length <= TimeField) return line;
        double Number(int cell) => double.Parse(cells[cell], CultureInfo.InvariantCulture);
        foreach (var angle in new[] { 4, 5 })
            cells[angle] = string.Create(CultureInfo.InvariantCulture, $"{Number(angle) * Math.PI / 180:0.0000000}");

        cells[TimeField] = string.Create(CultureInfo.InvariantCulture, $"{Number(TimeField) + Start:0.0000}");
        return string.Join(',', cells.Take(TimeField + 1));
    }));
}
