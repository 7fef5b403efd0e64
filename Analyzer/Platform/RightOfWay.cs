namespace Analyzer.Platform;

/// <summary>Lets work in the background stand still while somebody waits for something that it would slow down.</summary>
/// <param name="longestWait">After so long work goes on for a moment all the same; half a second where that is null.</param>
internal sealed class RightOfWay(TimeSpan? longestWait = null) : IDisposable
{
    private readonly TimeSpan longestWait = longestWait ?? TimeSpan.FromSeconds(0.5);
    private readonly ManualResetEventSlim isFree = new(initialState: true);

    /// <summary>Begins to wait for something.</summary>
    public void Take() => isFree.Reset();

    /// <summary>It is there, or not waited for any more.</summary>
    public void Leave() => isFree.Set();

    /// <summary>To be called by the work in the background, often: waits while somebody waits.</summary>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void Give(CancellationToken cancellation) => isFree.Wait(longestWait, cancellation);

    /// <inheritdoc/>
    public void Dispose() => isFree.Dispose();
}
