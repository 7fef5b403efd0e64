namespace Analyzer.Sync;

/// <summary>What the frames were locked to the log's rows by.</summary>
internal enum SyncMode
{
    /// <summary>By the HUD's race clock: exact.</summary>
    Clock,

    /// <summary>By the sequence of HUD speeds, where no clock could be read.</summary>
    Speed,

    /// <summary>By the time since the start, where neither could be read: may be some rows off.</summary>
    Time,
}
