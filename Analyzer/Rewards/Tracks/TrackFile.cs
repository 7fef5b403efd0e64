using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// A track's file as the simulator has it: a NumPy array of N x 6 floats, in each line x and y of the centre, the inner and the outer
/// border in metres. Mostly the last line is the first; where less than a waypoint's distance is missing the lines are closed, and where
/// more is, as on a straight test track, they stay open.
/// </summary>
internal static class TrackFile
{
    private const int Columns = 6;
    private const string Remedy = "give the track's file, N x 6 floats (x, y of centre, inner, outer), with --track FILE.npy";

    /// <summary>Reads a track.</summary>
    /// <exception cref="RunException">The file is no such array.</exception>
    public static Track Read(string path)
    {
        var array = NpyFile.Read(path, Remedy);
        if (array.Columns != Columns || array.Rows < 4)
        {
            throw new RunException($"{path}: the array is {array.Rows} x {array.Columns}; {Remedy}" +
                $"{(array.Columns == RacingLineFile.Columns ? ", a racing line (N x 2) with --line" : "")}.");
        }

        var (centre, inner, outer) = (array.Line(0), array.Line(2), array.Line(4));
        var width = Enumerable.Range(0, array.Rows).Average(i => inner.Points[i].DistanceTo(outer.Points[i]));
        if (centre.Length is < 2 or > 1_000 || width is < 0.1 or > 10)
        {
            var found = FormattableString.Invariant($"a track {centre.Length:0.##} long and {width:0.##} wide");
            throw new RunException($"{path}: {found} is not in metres (10 to 100 long, about 1 wide); {Remedy}.");
        }

        return centre.IsNearlyClosed ? new Track(centre.Closed(), inner.Closed(), outer.Closed()) : new Track(centre, inner, outer);
    }
}
