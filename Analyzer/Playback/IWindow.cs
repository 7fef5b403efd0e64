using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>The window a person looks at and types into.</summary>
public interface IWindow : IDisposable
{
    /// <summary>True once the person has closed it.</summary>
    bool Closed { get; }

    /// <summary>Shows a picture.</summary>
    void Show(Mat picture);

    /// <summary>Waits for a key, and lets the window live meanwhile.</summary>
    /// <param name="milliseconds">How long at most, at least 1.</param>
    /// <returns>The key's name (see <see cref="KeyNames"/>), or null for none.</returns>
    string? WaitKey(int milliseconds);
}
