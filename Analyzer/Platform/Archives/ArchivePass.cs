namespace Analyzer.Platform.Archives;

/// <summary>A way through an archive and those in it: what it is for, and what it has come by and cost so far.</summary>
/// <param name="Limit">Bytes that all of it may be unpacked to.</param>
/// <param name="Enters">Whether to go into an archive, by the beginning of its files' names.</param>
/// <param name="PassOver">What to do where one can't be read.</param>
/// <param name="Visit">Is given each file; says whether to go on.</param>
internal sealed record ArchivePass(
    long Limit, Func<string, bool> Enters, Action<string, ArchiveException> PassOver, Func<ArchiveEntry, Func<Stream>, bool> Visit)
{
    // What may be spent in vain, in bytes unpacked: of the smallest archives some 500, of a colleague's damaged downloads a few.
    private const long MaxWasted = 64L << 20;
    private const long CostOfArchive = 128L << 10;
    private const long CostOfEntry = 4L << 10;

    private int entries;
    private long bytes;
    private long wasted;

    /// <summary>Counts the bytes that are unpacked.</summary>
    public ByteMeter Unpacked { get; } = new();

    /// <summary>Entries that were passed over: links, absolute names, names that lead out of it.</summary>
    public int PassedOver { get; set; }

    /// <summary>Archives in it that were not looked into, since those before cost too much in vain.</summary>
    public int NotEntered { get; set; }

    /// <summary>Whether damaged archives have not yet cost so much that no further one is tried.</summary>
    public bool MayEnter => wasted < MaxWasted;

    /// <summary>Counts an entry.</summary>
    /// <returns>Whether the archive is still within the limits.</returns>
    public bool Take(long length) => ++entries <= ArchiveLimits.MaxEntries && (bytes += length) <= Limit;

    /// <summary>Gives what undoes the count of what is taken from now on; its cost is kept.</summary>
    public Action Mark()
    {
        var (entriesBefore, bytesBefore, unpackedBefore) = (entries, bytes, Unpacked.Bytes);
        return () =>
        {
            wasted += CostOfArchive + CostOfEntry * (entries - entriesBefore) + Unpacked.Bytes - unpackedBefore;
            (entries, bytes) = (entriesBefore, bytesBefore);
        };
    }
}
