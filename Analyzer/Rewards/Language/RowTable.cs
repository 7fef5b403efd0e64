
namespace Analyzer.Rewards.Language;

/// <summary>The columns that an expression can name: each a value a row, computed when it is first asked for.</summary>
/// <param name="rowCount">Rows of every column.</param>
/// <param name="firstRowOfLap">For each row the first row of its lap.</param>
internal sealed class RowTable(int rowCount, int[] firstRowOfLap)
{
    private readonly Dictionary<string, Column> columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> absent = new(StringComparer.Ordinal);
    private readonly HashSet<string> gaps = new(StringComparer.Ordinal);

    /// <summary>All names, in the order in which they were added.</summary>
    public IEnumerable<string> Names => columns.Keys;

    /// <summary>Adds a column, in the place of one that has its name.</summary>
    public void Add(string name, Func<Value[]> column) => columns[name] = new Column(column);

    /// <summary>Adds a column by the value of each row.</summary>
    public void Add(string name, Func<int, Value> valueOfRow) => Add(name, () =>
    {
        var values = new Value[rowCount];
        for (var row = 0; row < rowCount; row++) values[row] = valueOfRow(row);
        return values;
    });

    /// <summary>Notes a name that means something, but not in this run.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reason">What to do to have it: goes on after the name in a message.</param>
    public void AddAbsent(string name, string reason) => absent[name] = reason;

    /// <summary>Notes a name that means something of which this run knows no value: an expression that asks for it has a gap.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reason">Why, and what to do to have it: goes on after the name in a message.</param>
    public void AddGap(string name, string reason)
    {
        gaps.Add(name);
        AddAbsent(name, reason);
    }

    /// <summary>Whether a name is known to have no value in any row.</summary>
    public bool IsGap(string name) => gaps.Contains(name);

    /// <summary>Why a name is not a column here; null where it is no name at all.</summary>
    public string? WhyAbsent(string name) => absent.GetValueOrDefault(name);

    /// <summary>A column's values; null where the name is not known.</summary>
    public Value[]? Find(string name) => columns.GetValueOrDefault(name)?.Values;

    /// <summary>Lets go of what was computed: of half a million rows each column takes 14 MB.</summary>
    public void Forget()
    {
        foreach (var column in columns.Values) column.Forget();
    }

    /// <summary>The row so many rows earlier in the same lap, or the lap's first.</summary>
    public int Earlier(int row, long rows) => (int)Math.Max(firstRowOfLap[row], row - Math.Min(rows, rowCount));

    private sealed class Column(Func<Value[]> compute)
    {
        private readonly Lock gate = new();
        private Value[]? values;

        public Value[] Values
        {
            get
            {
                lock (gate) return values ??= compute();
            }
        }

        public void Forget()
        {
            lock (gate) values = null;
        }
    }
}
