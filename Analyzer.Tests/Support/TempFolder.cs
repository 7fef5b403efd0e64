using System.Runtime.Versioning;

namespace Analyzer.Tests.Support;

/// <summary>A folder of its own for one test; gone with all that is in it at the end.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Root = Directory.CreateTempSubdirectory("analyzer-tests-").FullName;

    public string Root { get; }

    /// <summary>A path inside, with its folder made.</summary>
    public string Path(string name)
    {
        var path = System.IO.Path.Combine(Root, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Writes a file inside and gives its path.</summary>
    public string Write(string name, byte[] content)
    {
        var path = Path(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public string Write(string name, string content = "") => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Lets every user into the folder.</summary>
    [UnsupportedOSPlatform("windows")]
    public void Admit() => File.SetUnixFileMode(Root, (UnixFileMode)0b111_101_101);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
