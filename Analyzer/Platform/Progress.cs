namespace Analyzer.Platform;

/// <summary>How far a piece of work has come.</summary>
/// <param name="Done">Frames, rows or the like that are done.</param>
/// <param name="Total">How many there are; 0 where that is not known.</param>
internal readonly record struct Progress(int Done, int Total);
