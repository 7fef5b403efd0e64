namespace Analyzer.Tests.Support;

/// <summary>
/// Real runs and logs in a folder <c>shared</c> beside the repository; tests that need them are skipped where it is missing.
/// </summary>
public static class SharedFiles
{
    /// <summary>A file or folder, to be read only.</summary>
    public static string Path(string name)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared", name));
        if (!System.IO.Path.Exists(path)) Assert.Skip($"{path} is not there: skipped");
        return path;
    }

    /// <summary>The folder that holds <c>Analyzer.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Analyzer.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Analyzer.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
