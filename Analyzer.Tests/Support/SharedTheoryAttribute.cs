using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Analyzer.Tests.Support;

/// <summary>A table of tests like <see cref="SharedFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(Discoverer))]
public sealed class SharedTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber)
{
    private sealed class Discoverer : TheoryDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
            SharedFiles.AreThereFor(testMethod.TestClass.Class)
                ? base.Discover(discoveryOptions, testMethod, factAttribute)
                : ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([]);
    }
}
