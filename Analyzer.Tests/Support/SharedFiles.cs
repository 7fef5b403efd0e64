using System.Collections.Concurrent;

namespace Analyzer.Tests.Support;

/// <summary>Real runs and logs in a folder <c>shared</c> beside the repository, to be read only.</summary>
public static class SharedFiles
{
    private static readonly ConcurrentDictionary<Type, bool> Told = [];

    /// <summary>The folder that holds <c>Analyzer.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared"));

    /// <summary>A file or folder.</summary>
    public static string Path(string name) => System.IO.Path.Combine(Root, name);

    /// <summary>Whether the folder is there; where it is not, says once that a class of tests is not run.</summary>
    public static bool AreThereFor(Type tests)
    {
        var areThere = Directory.Exists(Root);
        if (!areThere && Told.TryAdd(tests, true)) Console.WriteLine($"{tests.Name}: not run: no ../shared");
        return areThere;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Analyzer.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Analyzer.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
