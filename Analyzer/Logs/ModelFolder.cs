using System.Collections.Immutable;
using Analyzer.Platform;

namespace Analyzer.Logs;

/// <summary>Finds evaluations in a model folder of any layout: console download, DeepRacer for Cloud, files side by side.</summary>
public static class ModelFolder
{
    private const int NamesListed = 5;

    /// <summary>The evaluation that the user means: what they name, else the newest.</summary>
    /// <param name="modelDir">The model folder.</param>
    /// <param name="log">A log, seen from the current folder or from the model folder; null to find one.</param>
    /// <param name="video">A video, likewise.</param>
    /// <param name="evaluation">Which evaluation, from 1 for the oldest; null for the newest.</param>
    /// <param name="videoNeeded">Whether to fail where there is no video; the newest evaluation with one is preferred then.</param>
    /// <exception cref="RunException">There is nothing that fits.</exception>
    public static RunChoice Choose(string modelDir, string? log, string? video, int? evaluation, bool videoNeeded)
    {
        if (log is not null && evaluation is not null)
            throw new RunException("--log and --evaluation both choose a log; give one of them.");
        var contents = Look(modelDir);
        var pairing = new EvaluationMatcher(contents);
        var remarks = new List<string>();
        var namedVideo = video is null ? null : Locate(modelDir, video, "--video");
        var files = log is not null
            ? pairing.Of(Locate(modelDir, log, "--log"))
            : pairing.Of(ChooseLog(contents, pairing, evaluation, videoNeeded && namedVideo is null, remarks));

        if (namedVideo is not null)
        {
            files = files with { VideoPath = namedVideo };
        }
        else if (files.VideoPath is not null && contents.Videos.Count > 1)
        {
            remarks.Add($"Video {contents.Relative(files.VideoPath)}, the best match among {contents.Videos.Count}. " +
                $"Choose with --video FILE: {List(contents.Videos.Select(contents.Relative))}.");
        }

        if (videoNeeded && files.VideoPath is null) throw NoVideo(contents, files);
        if (files.MetricsPath is null && pairing.Metrics.Count == 1)
            remarks.Add($"{contents.Relative(pairing.Metrics[0].Path)} is left out: its laps are not those of {files.Name}.");
        return new RunChoice(files, [.. remarks]);
    }

    /// <summary>All evaluations, oldest first; of a folder without any, the training logs; empty where there is no log.</summary>
    /// <exception cref="RunException">The folder is not there.</exception>
    public static ImmutableArray<EvaluationFiles> Find(string modelDir)
    {
        var pairing = new EvaluationMatcher(Look(modelDir));
        return [.. pairing.Logs.Select(pairing.Of)];
    }

    private static FolderContents Look(string modelDir)
    {
        if (Directory.Exists(modelDir)) return new FolderContents(modelDir);
        throw new RunException(File.Exists(modelDir)
            ? $"{modelDir}: this is a file; give the folder that it is in with --model DIR."
            : $"{modelDir}: there is no such folder; give the model's folder with --model DIR.");
    }

    private static string ChooseLog(
        FolderContents contents, EvaluationMatcher pairing, int? evaluation, bool videoNeeded, List<string> remarks)
    {
        var logs = pairing.Logs;
        if (logs.Count == 0) throw NoLog(contents);
        if (pairing.IsTrainingOnly) remarks.Add("There is no evaluation log; a training log is taken instead.");
        if (evaluation is { } number)
        {
            return number >= 1 && number <= logs.Count ? logs[number - 1] : throw new RunException(
                $"{contents.Root}: there is no evaluation {number}; there are {Numbered(pairing)}.");
        }

        var choice = videoNeeded ? logs.LastOrDefault(candidate => pairing.VideoOf(candidate) is not null) ?? logs[^1] : logs[^1];
        if (logs.Count > 1)
        {
            var why = choice == logs[^1] ? "the newest" : "the newest with a video";
            remarks.Add($"Evaluation {logs.IndexOf(choice) + 1} of {logs.Count}, {why}: {pairing.NameOf(choice)}. " +
                $"Choose with --evaluation N: {Numbered(pairing)}.");
        }

        return choice;
    }

    private static string Locate(string modelDir, string path, string option)
    {
        if (File.Exists(path)) return path;
        var inside = Path.Combine(modelDir, path);
        if (File.Exists(inside)) return inside;
        if (Directory.Exists(path) || Directory.Exists(inside))
            throw new RunException($"{path}: this is a folder, expected a file; give the file itself with {option} FILE.");
        throw new RunException($"{path}: there is no such file, neither in the current folder nor in {modelDir}; correct {option} FILE.");
    }

    private static RunException NoLog(FolderContents contents)
    {
        const string Expected = "a .csv file with the columns episode, steps, tstamp and episode_status";
        var seen = contents.OtherTables.Count == 0 ? "no .csv file at all" : $"only {List(contents.OtherTables.Select(contents.Relative))}";
        var remedy = contents.Archives.Count == 0
            ? "put the evaluation's logs there, or name one with --log FILE"
            : $"unpack {contents.Relative(contents.Archives[0])} there, or name a log with --log FILE";
        return new RunException($"{contents.Root}: there is no sim-trace log ({Expected}), {seen}; {remedy}.");
    }

    private static RunException NoVideo(FolderContents contents, EvaluationFiles files) => new(contents.Videos.Count == 0
        ? $"{contents.Root}: there is no video (.mp4, .mkv, .avi, .mov, .webm); put the evaluation's video there, " +
            "or name one with --video FILE."
        : $"{contents.Root}: no video belongs to {files.Name}; there are {List(contents.Videos.Select(contents.Relative))}; " +
            "choose one with --video FILE, or another evaluation with --evaluation N.");

    private static string Numbered(EvaluationMatcher pairing)
        => List(pairing.Logs.Select((log, place) => $"{place + 1} {pairing.NameOf(log)}"));

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        var more = all.Count > NamesListed ? $" and {all.Count - NamesListed} more" : "";
        return string.Join(", ", all.Take(NamesListed)) + more;
    }
}
