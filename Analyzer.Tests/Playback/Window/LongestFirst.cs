using Analyzer.Tests.Playback.Window;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Analyzer.Tests.Playback.Window;

/// <summary>Begins with the tests that have to wait for each other: the others fill what time they leave.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(it => it.TestCollectionDisplayName == "window")];
}
