using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Analyzer.Tests.Support;

/// <summary>
/// A test on real runs out of <see cref="SharedFiles"/>: an extra to what the bundled sample holds already. Where the folder is missing
/// there is no such test, and its class says so in a line.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(Discoverer))]
public sealed class SharedFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber)
{
    private sealed class Discoverer : FactDiscoverer
    {
        public override ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
            ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute) =>
            SharedFiles.AreThereFor(testMethod.TestClass.Class)
                ? base.Discover(discoveryOptions, testMethod, factAttribute)
                : ValueTask.FromResult<IReadOnlyCollection<IXunitTestCase>>([]);
    }
}
