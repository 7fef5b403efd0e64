using Analyzer.Logs;
using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>A racing line's file: a NumPy array of N x 2 floats, x and y in metres; closed as a track's lines are.</summary>
internal static class RacingLineFile
{
    /// <summary>Columns of the array.</summary>
    public const int Columns = 2;

    // A racing line lies on the track, which is about a metre wide, and so does the car.
    private const double MaxMetresApart = 1.5;

    private const string Remedy = "give a line on the track driven, N x 2 floats (x, y), with --line FILE.npy";

    /// <summary>Reads a line on the track that a log drove.</summary>
    /// <exception cref="RunException">The file is no such array, or the line lies elsewhere.</exception>
    public static TrackLine Read(string path, SimTrace trace)
    {
        var array = NpyFile.Read(path, Remedy);
        if (array.Columns != Columns || array.Rows < 2)
        {
            throw new RunException($"{path}: the array is {array.Rows} x {array.Columns}; {Remedy}" +
                $"{(array.Columns == 6 ? ", a track (N x 6) with --track" : "")}.");
        }

        var line = array.Line(0);
        if (line.IsNearlyClosed) line = line.Closed();
        var apart = MedianDistance(line, trace);
        return apart <= MaxMetresApart ? line : throw new RunException(FormattableString.Invariant(
            $"{path}: this line is not on the log's track: half of the rows are {apart:0.0} m and more from it; {Remedy}."));
    }

    private static double MedianDistance(TrackLine line, SimTrace trace)
    {
        var distances = TrackFit.Sampled(trace)
            .Select(row => line.DistanceTo(new TrackPoint(row.X, row.Y)))
            .Order()
            .ToArray();
        return distances.Length == 0 ? 0 : distances[distances.Length / 2];
    }
}
