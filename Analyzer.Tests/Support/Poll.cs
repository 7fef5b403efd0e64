using System.Diagnostics;

namespace Analyzer.Tests.Support;

/// <summary>Waits for what another process does.</summary>
public static class Poll
{
    /// <summary>Far longer than anything takes that is waited for.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <returns>False when it has not been for <see cref="Timeout"/>.</returns>
    public static async Task<bool> Until(Func<bool> answer)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Timeout;)
        {
            if (answer()) return true;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return false;
    }
}
