using Analyzer.Platform;

namespace Analyzer.Rewards.Tracks;

/// <summary>
/// A track's file as the simulator has it: a NumPy array of N x 6 floats, in each line x and y of the centre, the inner and the
/// outer border in metres; the last line is the first.
/// </summary>
public static class TrackFile
{
    private const int Columns = 6;
    private const double ClosedWithinMetres = 1e-6;

    /// <summary>Reads a track.</summary>
    /// <exception cref="RunException">The file is no such array.</exception>
    public static Track Read(string path)
    {
        var array = NpyFile.Read(path);
        if (array.Columns != Columns || array.Rows < 4)
        {
            throw new RunException(
                $"{path}: the array is {array.Rows} x {array.Columns}; a track is N x 6 (x, y of centre, inner, outer).");
        }

        if (Array.FindIndex(array.Values, value => !double.IsFinite(value)) is >= 0 and var bad)
            throw new RunException($"{path}: line {bad / Columns} of the array holds a value that is no number.");

        var (centre, inner, outer) = (Line(array, 0), Line(array, 2), Line(array, 4));
        foreach (var (line, name) in new[] { (centre, "centre line"), (inner, "inner border"), (outer, "outer border") })
        {
            if (line.Points[0].DistanceTo(line.Points[^1]) > ClosedWithinMetres)
                throw new RunException($"{path}: the {name} is not closed; the array's last line must repeat its first.");
        }

        var width = Enumerable.Range(0, array.Rows).Average(i => inner.Points[i].DistanceTo(outer.Points[i]));
        if (centre.Length is < 2 or > 1_000 || width is < 0.1 or > 10)
        {
            throw new RunException(FormattableString.Invariant(
                $"{path}: a track {centre.Length:0.##} long and {width:0.##} wide is not in metres (10 to 100 long, about 1 wide)."));
        }

        return new Track(centre, inner, outer);
    }

    private static TrackLine Line(NpyArray array, int column) =>
        new([.. Enumerable.Range(0, array.Rows).Select(row => new TrackPoint(array[row, column], array[row, column + 1]))]);
}
