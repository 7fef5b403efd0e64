using Analyzer.Platform;
using Analyzer.Rewards.Language;

namespace Analyzer.Rewards;

/// <summary>
/// Polls the reward files, and evaluates the rewards again when one was saved. It compares time and length rather than ask the file
/// system for events: editors replace files, and on network drives no events come. A mistake keeps the last good rewards.
/// </summary>
internal sealed class RewardFileWatcher : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(150);

    private readonly string[] paths;
    private readonly Func<CancellationToken, RewardTable> load;
    private readonly ITimer timer;
    private readonly CancellationTokenSource end = new();
    private string known;
    private string seen;
    private int isLooking;
    private volatile RewardState state;

    /// <summary>Starts watching; what was saved since the files were read is taken up, too.</summary>
    /// <param name="paths">The files; they need not be there yet.</param>
    /// <param name="known">Their <see cref="StampOf(IEnumerable{string})"/> before they were read.</param>
    /// <param name="current">The rewards as they are.</param>
    /// <param name="load">
    /// Makes the rewards from the files as they then are; an <see cref="ExpressionException"/> or <see cref="RunException"/> is a mistake
    /// in them. Called on another thread, and cancelled at the end.
    /// </param>
    /// <param name="time">The clock.</param>
    public RewardFileWatcher(
        IEnumerable<string> paths, string known, RewardTable current, Func<CancellationToken, RewardTable> load, TimeProvider time)
    {
        (this.paths, this.known, this.load, state) = ([.. paths], known, load, new RewardState(current));
        seen = StampOf(this.paths);
        timer = time.CreateTimer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>The last good rewards, and what is wrong with the files where something is.</summary>
    public RewardState State => state;

    /// <summary>Stops watching, without waiting for rewards that are being made.</summary>
    public void Dispose()
    {
        end.Cancel();
        timer.Dispose();
    }

    /// <summary>What tells files from themselves after one was saved.</summary>
    internal static string StampOf(IEnumerable<string> paths) => string.Join('|', paths.Select(StampOf));

    /// <summary>What tells a file from itself after it was saved.</summary>
    internal static string StampOf(string path) =>
        new FileInfo(path) is { Exists: true } file ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "none";

    // A change is taken up when it has stood for one look: a file that is just being written is not read half.
    private void Look()
    {
        if (end.IsCancellationRequested || Interlocked.Exchange(ref isLooking, 1) == 1) return;
        try
        {
            var now = StampOf(paths);
            var isSettled = now == seen;
            seen = now;
            if (!isSettled || now == known) return;
            known = now;
            state = Loaded();
        }
        finally
        {
            Volatile.Write(ref isLooking, 0);
        }
    }

    private RewardState Loaded()
    {
        try
        {
            return new RewardState(load(end.Token));
        }
        catch (Exception error) when (error is ExpressionException or RunException)
        {
            return State with { Message = error.Message };
        }
        catch (OperationCanceledException)
        {
            return State;
        }
    }
}
