using Analyzer.Logs;
using Analyzer.Rewards;
using Analyzer.Rewards.Functions;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Rewards.Functions;

/// <summary>Runs the text of a reward function over a log; the test is skipped where there is no python3.</summary>
internal static class RewardFunctions
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    public static async Task<RewardFunctionResult> Run(
        SimTrace trace, string text, Track? track = null, TimeProvider? time = null, TimeSpan? rowLimit = null)
    {
        Python.Start("-V").Dispose();
        using var folder = new TempFolder();
        return await RewardFunctionRunner.RunAsync(
            folder.Write("reward.py", text), new RewardRows(trace, track: track), Limit, time: time, rowLimit: rowLimit,
            cancellation: TestContext.Current.CancellationToken);
    }
}
