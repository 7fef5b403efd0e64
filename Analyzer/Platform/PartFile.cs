namespace Analyzer.Platform;

/// <summary>A file that a program writes beside its place and that gets its name when it is whole.</summary>
public sealed class PartFile : IDisposable
{
    /// <summary>Reserves the place beside the file.</summary>
    /// <exception cref="RunException">The folder can't be written to.</exception>
    public PartFile(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        TemporaryPath = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Path)}.part{System.IO.Path.GetExtension(Path)}");
        if (Directory.Exists(Path)) throw new RunException($"{Path}: this is a folder; name a file in it.");
        OrSay(() => File.Create(TemporaryPath).Dispose());
    }

    /// <summary>The file's name once it is whole.</summary>
    public string Path { get; }

    /// <summary>Its name until then.</summary>
    public string TemporaryPath { get; }

    /// <summary>Gives the file its name, over an older one.</summary>
    /// <exception cref="RunException">The disk refuses.</exception>
    public void Commit() => OrSay(() => File.Move(TemporaryPath, Path, overwrite: true));

    /// <summary>Removes what has not been kept.</summary>
    public void Dispose()
    {
        if (File.Exists(TemporaryPath)) File.Delete(TemporaryPath);
    }

    private void OrSay(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{Path}: can't be written ({error.Message.TrimEnd('.')}); name a folder that you may write to.", error);
        }
    }
}
