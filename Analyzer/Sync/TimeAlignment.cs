
namespace Analyzer.Sync;

/// <summary>
/// Aligns frames to rows by time alone, where too little could be read: a frame's time in the video against the rows' <c>tstamp</c>.
/// </summary>
internal static class TimeAlignment
{
    // Recording starts about four steps before the first row, and stops with the last.
    private const double LeadMilliseconds = 267;

    // Where the video is as long as that, but for the simulator's clock running a little fast or slow, it shows the log from end to end.
    private const double LargestDrift = 0.01;

    /// <summary>The row of every frame; -1 before the log's first row, its number of rows after its last.</summary>
    public static int[] Of(LockInput input)
    {
        var rows = input.Trace.Rows;
        var sinceStart = new RowClock([.. rows.Select(row => row.TimestampMilliseconds - rows[0].TimestampMilliseconds)]);
        var frameMilliseconds = input.FramesPerSecond > 0 ? 1000 / input.FramesPerSecond : 1000.0 / 15;
        var rowMilliseconds = frameMilliseconds / input.RowsPerFrame;

        var logMilliseconds = sinceStart.At(input.RowCount - 1);
        var drift = logMilliseconds / (((input.FrameCount - 1) * frameMilliseconds) - LeadMilliseconds);
        if (Math.Abs(drift - 1) > LargestDrift) drift = 1;

        var result = new int[input.FrameCount];
        for (var frame = 0; frame < result.Length; frame++)
        {
            // Half a row more, so that the nearest one is found.
            var time = (((frame * frameMilliseconds) - LeadMilliseconds) * drift) + (rowMilliseconds / 2);
            result[frame] = time > logMilliseconds + rowMilliseconds
                ? input.RowCount
                : sinceStart.LastRowAtOrBefore((long)Math.Floor(time));
        }

        return result;
    }
}
