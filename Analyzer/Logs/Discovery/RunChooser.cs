using System.Globalization;
using Analyzer.Logs.Sources;
using Analyzer.Platform;
using Analyzer.Platform.Archives;

namespace Analyzer.Logs.Discovery;

/// <summary>
/// Chooses the run that the user means, and its video: what they name; else by the job's name; else the pair whose HUD clock and speeds
/// fit.
/// </summary>
/// <param name="library">The runs there are.</param>
/// <param name="probe">Looks into videos where names don't tell.</param>
/// <param name="ask">Asks the user which of several, that are all as good; null where nobody can be asked.</param>
internal sealed class RunChooser(RunLibrary library, IVideoProbe probe, Func<IReadOnlyList<FoundRun>, FoundRun>? ask)
{
    // More than half of the clocks match a row's millisecond by chance in one log of millions only; in the right one nearly all do.
    private const double SureFit = 0.5;

    private readonly RunDates dates = new(library);
    private readonly List<string> remarks = [];
    private string why = "";

    /// <summary>The run, what belongs to it, and why it was chosen.</summary>
    /// <exception cref="RunException">There is nothing that fits.</exception>
    public RunChoice Choose(RunRequest request)
    {
        remarks.AddRange(library.Remarks);
        var namedVideo = request.Video is { } video ? Locate(request, video, "--video") : null;
        var runs = request.Log is { } log ? [library.RunOf(Locate(request, log, "--log"))] : Candidates(request);
        var (run, itsVideo) = Pick(runs, namedVideo);
        while (runs.Count > 1 && run is { Trace: null, Fault: { } fault } && !(itsVideo is { } its && library.Videos.IsSurely(run, its)))
        {
            remarks.Add($"Left out: {fault.Message}");
            runs.Remove(run);
            (run, itsVideo) = Pick(runs, namedVideo);
        }

        if (run.Trace is not { } trace) throw run.Fault!;
        if (runs.Count > 1) remarks.Add(ChosenOf(run, runs));
        if (request.IsVideoNeeded && itsVideo is null) throw NoVideo(run);
        var files = library.FilesOf(run, itsVideo);
        if (files.MetricsPath is null && library.Runs.Length == 1 && library.Metrics is [var only])
            remarks.Add($"{library.Tree.NameOf(only.Path)} is left out: its laps are not those of {run.Title}.");
        return new RunChoice(files, trace, [.. remarks]) { IsOneOfSeveral = runs.Count > 1 };
    }

    private (FoundRun Run, string? Video) Pick(List<FoundRun> runs, string? namedVideo) => namedVideo is not null
        ? (runs.Count > 1 ? Fitting(runs, namedVideo) ?? NewestOf(runs) : runs[0], namedVideo)
        : PairOf(runs);

    /// <summary>The runs to choose from: the one of a number, else all that are no training, else all.</summary>
    private List<FoundRun> Candidates(RunRequest request)
    {
        if (library.Runs.IsEmpty) throw library.NoLog();
        if (request.Evaluation is { } number)
        {
            return number >= 1 && number <= library.Runs.Length ? [library.Runs[number - 1]] : throw new RunException(
                $"{library.Given}: there is no evaluation {number}; there are {Listed(library.Runs)}.");
        }

        var races = library.Runs.Where(run => run.Kind != RunKind.Training).ToList();
        if (races.Count > 0) return races;
        remarks.Add("There is no evaluation log; a training log is taken instead.");
        return [.. library.Runs];
    }

    /// <summary>The run and its video, which is null where there is none for any.</summary>
    private (FoundRun Run, string? Video) PairOf(List<FoundRun> runs)
    {
        var sure = runs
            .Where(run => library.Videos.Candidates(run) is [var first, ..] && library.Videos.IsSurely(run, first))
            .ToList();
        if (sure.Count > 0)
        {
            var run = sure.Count == 1 ? Because("the one with a video", sure[0]) : AskOrNewestOf(sure);
            return (run, VideoOf(run, [.. library.Videos.Candidates(run).Where(video => library.Videos.IsSurely(run, video))]));
        }

        var videos = runs.AsEnumerable().Reverse().SelectMany(library.Videos.Candidates).Distinct()
            .OrderBy(VideoMatcher.LooksWithoutHud).ToList();
        if (videos.Count == 0) return (AskOrNewestOf(runs), null);
        if (runs is [var only]) return (only, VideoOf(only, library.Videos.Candidates(only).FindAll(video => MayBeOf(only, video))));
        foreach (var video in videos.Where(probe.ShowsHud))
            if (Fitting([.. runs.Where(run => library.Videos.Candidates(run).Contains(video))], video) is { } run) return (run, video);

        var nearest = Because("the one nearest to a video", runs.FindLast(run => library.Videos.Of(run) is not null) ?? runs[^1]);
        return (nearest, library.Videos.Of(nearest));
    }

    /// <summary>Of a run's candidates the one with a HUD that fits its log, else the first with a HUD, else the first.</summary>
    private string? VideoOf(FoundRun run, List<string> candidates)
    {
        if (candidates.Count <= 1) return candidates.FirstOrDefault();
        var withHud = candidates.Where(video => !VideoMatcher.LooksWithoutHud(video)).ToList();
        var chosen = withHud is [var only] ? only
            : withHud.Find(video => probe.ShowsHud(video) && FitOf(run, video) >= SureFit)
                ?? withHud.Find(probe.ShowsHud) ?? withHud.FirstOrDefault() ?? candidates[0];
        remarks.Add($"Video {library.Tree.NameOf(chosen)}, the best match among {candidates.Count}. " +
            $"Choose with --video FILE: {PathNames.List(candidates.Select(library.Tree.NameOf))}.");
        return chosen;
    }

    /// <summary>Whether a video can be a run's: one that lies with another run must fit as well as it fits that.</summary>
    private bool MayBeOf(FoundRun run, string video)
    {
        if (library.Runs.FirstOrDefault(other => other != run && library.Videos.IsSurely(other, video)) is not { } owner) return true;
        if (FitOf(run, video) is >= SureFit and var fit && fit >= FitOf(owner, video)) return true;
        if (!VideoMatcher.LooksWithoutHud(video))
            remarks.Add($"{library.Tree.NameOf(video)} is left out, it is another run's; --video FILE takes it all the same.");
        return false;
    }

    /// <summary>The run that a video fits, the newest first; null where it fits none.</summary>
    private FoundRun? Fitting(List<FoundRun> runs, string video)
    {
        var best = runs.AsEnumerable().Reverse().Select(run => (Run: run, Fit: FitOf(run, video))).MaxBy(pair => pair.Fit);
        return best.Fit >= SureFit ? Because("the one that the video fits", best.Run) : null;
    }

    private double FitOf(FoundRun run, string video) => run.Trace is { } trace ? probe.FitOf(video, trace, library.MetricsOf(run)) : 0;

    private FoundRun AskOrNewestOf(List<FoundRun> runs) =>
        runs.Count > 1 && ask is not null ? Because("as chosen", ask(runs)) : NewestOf(runs);

    private FoundRun NewestOf(List<FoundRun> runs)
    {
        var (run, reason) = dates.NewestOf(runs);
        return Because(reason, run);
    }

    private FoundRun Because(string reason, FoundRun run)
    {
        why = reason;
        return run;
    }

    private string ChosenOf(FoundRun run, List<FoundRun> runs)
    {
        var others = library.Runs.Length - 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Capitalised(run.Description)}, {why}; {others} other{(others == 1 ? "" : "s")}: --evaluation N ({Listed(runs)}).");
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private string Locate(RunRequest request, string path, string option)
    {
        if (File.Exists(path)) return OnlyFileOf(path);
        var inside = request.Paths.Select(given => Path.Combine(given, path)).FirstOrDefault(Path.Exists);
        if (File.Exists(inside)) return OnlyFileOf(inside);
        if (inside is null && !Directory.Exists(path) && library.Tree.PathOf(path) is { } listed) return listed;
        if (Directory.Exists(path) || inside is not null)
            throw new RunException($"{path}: this is a folder, expected a file; give the file itself with {option} FILE.");
        var nor = request.Paths is [var given] ? $", neither in the current folder nor in {given}" : "";
        var hindrance = request.Paths.Select(given => Path.Combine(given, path)).Prepend(path)
            .Select(InputFile.HindranceTo).FirstOrDefault(known => known is not null);
        throw new RunException($"{path}: {hindrance ?? $"there is no such file{nor}"}; correct {option} FILE.");
    }

    private static string OnlyFileOf(string path) => ArchivePath.IsArchive(path) && InputFile.OpenArchive(path).Entries is [var only]
        ? ArchivePath.Join(path, only.Name)
        : path;

    private RunException NoVideo(FoundRun run)
    {
        const string StillWorks = "export, report and runs work without a video";
        var videos = PathNames.List(library.Tree.Videos.Select(library.Tree.NameOf));
        return new RunException(library.Tree.Videos.Count == 0
            ? $"{library.Given}: there is no video (.mp4 .mov .mkv .avi .webm) to play; add the evaluation's video, or name one with " +
                $"--video FILE; {StillWorks}."
            : $"{library.Given}: no video belongs to {run.Title}; there are {videos}; " +
                $"choose one with --video FILE, or another evaluation with --evaluation N; {StillWorks}.");
    }

    private static string Listed(IEnumerable<FoundRun> runs) =>
        PathNames.List(runs.Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.Number} {run.Title}")));
}
