namespace Analyzer.Platform.Archives;

/// <summary>Counts bytes over several streams.</summary>
internal sealed class ByteMeter
{
    /// <summary>How many there were.</summary>
    public long Bytes { get; set; }
}
