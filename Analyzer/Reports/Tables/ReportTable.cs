using System.Globalization;

namespace Analyzer.Reports.Tables;

/// <summary>A table of texts: the first column aligned to the left, the others to the right.</summary>
/// <param name="title">What it shows.</param>
/// <param name="columns">Their headings.</param>
internal sealed class ReportTable(string title, string[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>What it shows.</summary>
    public string Title => title;

    /// <summary>Their headings.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>A cell a column.</summary>
    public IReadOnlyList<string[]> Rows => rows;

    /// <summary>What has been left out, or is to be heeded; null for nothing.</summary>
    public string? Note { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Adds a row, its numbers with a dot whatever the locale.</summary>
    public void AddRow(params FormattableString[] cells) => rows.Add(Array.ConvertAll(cells, FormattableString.Invariant));

    /// <summary>Adds a note.</summary>
    public ReportTable Noted(string note)
    {
        Note = note;
        return this;
    }

    /// <summary>Notes how many rows there would be in all.</summary>
    public ReportTable Counted(int all)
    {
        if (all > rows.Count) Note = string.Create(CultureInfo.InvariantCulture, $"and {all - rows.Count} more");
        return this;
    }
}
