using System.Text.Json;
using Analyzer.Platform;

namespace Analyzer.Rewards.Functions;

/// <summary>Gathers what the Python process answers, row by row.</summary>
internal sealed class FunctionAnswers(string path, RewardRows rows, FunctionParams parameters)
{
    private const string MainName = RewardFunctionResult.MainName;
    private const int MaxComponents = 100;
    private const int MaxMessages = 40;

    private readonly OrderedDictionary<string, double?[]> values =
        new(StringComparer.Ordinal) { [MainName] = new double?[rows.Trace.Rows.Length] };

    private readonly GapCount gaps = new();
    private readonly List<string> messages = [];
    private readonly string file = Path.GetFileName(path);
    private string? end;

    /// <summary>Rows that have their answer.</summary>
    public int RowsDone { get; private set; }

    /// <summary>Whether nothing more is to come: every row has its answer, or the reason is known why the others have none.</summary>
    public bool IsEnded => RowsDone == rows.Trace.Rows.Length || end is not null;

    /// <summary>Takes a line of the Python side; one that is none of its answers becomes a message.</summary>
    public void Take(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            Take(json.RootElement);
        }
        catch (Exception error) when (
            error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            AddMessage(line);
        }
    }

    /// <summary>Notes why the remaining rows have no answer; the first reason stands.</summary>
    public void End(string reason)
    {
        if (IsEnded) return;
        end = ControlCharacters.Escape(reason);
        messages.Add(RowsDone == 0 ? $"{file}: {end}." : $"{file}: {end}; the rows from {RowsDone} on have no value.");
    }

    /// <summary>Notes a line that came past the Python side, from a program that the function started or from Python itself.</summary>
    public void AddMessage(string line) => Add($"{file}: {line}");

    /// <summary>All that was gathered.</summary>
    public RewardFunctionResult Result()
    {
        for (var row = RowsDone; row < rows.Trace.Rows.Length; row++) gaps.Add(row, end ?? "no answer");
        return new RewardFunctionResult(
            [.. values.Select(series => new RewardSeries(
                series.Key, file, [.. series.Value], (series.Key == MainName ? gaps : GapsOf(series.Value)).Summary()))],
            [.. messages],
            RowsDone == 0 && end is not null ? $"{file}: {end}." : null);
    }

    private static GapCount GapsOf(double?[] component)
    {
        var gaps = new GapCount();
        for (var row = 0; row < component.Length; row++)
            if (component[row] is null) gaps.Add(row, "no number in `components`");

        return gaps;
    }

    private void Take(JsonElement answer)
    {
        if (answer.TryGetProperty("print", out var print))
            Add($"{At(answer)}, row {RowsDone}: {print.GetString()}");
        else if (answer.TryGetProperty("hidden", out var hidden))
            AddEnd(hidden.GetInt64(), answer.GetProperty("objects"), answer.GetProperty("forks").GetInt64());
        else if (answer.TryGetProperty("fatal", out _))
            End(Reason(answer));
        else
            TakeRow(answer, answer.GetProperty("row").GetInt32());
    }

    // Rows are answered in their order: a line that only looks like an answer is a message like others.
    private void TakeRow(JsonElement answer, int row)
    {
        if (row != RowsDone || IsEnded) throw new FormatException("not the row that was asked for");
        RowsDone++;
        if (answer.TryGetProperty("error", out _)) gaps.Add(row, Reason(answer));
        if (answer.TryGetProperty("reward", out var reward)) Set(MainName, row, reward);
        if (!answer.TryGetProperty("components", out var components)) return;
        foreach (var component in components.EnumerateObject())
            if (IsKnown(component.Name)) Set(component.Name, row, component.Value);
    }

    // A component may come up late; the rows before it have no value.
    private bool IsKnown(string name)
    {
        if (name == MainName || RewardComponent.WhyNotAName(name) is not null) return false;
        return values.ContainsKey(name)
            || (values.Count <= MaxComponents && values.TryAdd(name, new double?[rows.Trace.Rows.Length]));
    }

    private void Set(string name, int row, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number) values[name][row] = value.GetDouble();
    }

    private void Add(string message)
    {
        if (messages.Count < MaxMessages) messages.Add(ControlCharacters.Escape(message));
        else if (messages.Count == MaxMessages) messages.Add($"{file}: and more");
    }

    private void AddEnd(long hiddenLines, JsonElement objects, long forks)
    {
        if (hiddenLines > 0) messages.Add(FormattableString.Invariant($"{file}: and {hiddenLines:N0} more printed lines"));
        if (forks > 0) messages.Add($"{file}: it forks; only its first process answers, the others are ended.");
        if (objects.GetArrayLength() == 0) return;
        var names = string.Join(", ", objects.EnumerateArray().Select(name => $"`{name.GetString()}`"));
        messages.Add($"{file}: a log holds no objects: {names} {(objects.GetArrayLength() == 1 ? "is" : "are")} as on an empty track.");
    }

    private string At(JsonElement answer) => Line(answer) is { } line ? $"{file}, line {line}" : file;

    private string Reason(JsonElement answer)
    {
        var error = Explained(answer);
        return Line(answer) is { } line ? $"line {line}: {error}" : error;
    }

    private string Explained(JsonElement answer)
    {
        var error = answer.GetProperty("error").GetString() ?? throw new FormatException("no text");
        if (answer.TryGetProperty("module", out var module) && module.GetString() is { } absent)
            return MissingModule(absent, answer.GetProperty("python").GetString() ?? "python3");
        if (!answer.TryGetProperty("missing", out var missing) || missing.GetString() is not { } name) return error;
        return rows.Table.WhyAbsent(name) is { } reason
            ? $"`{name}` {reason}"
            : $"params has no `{name}`{Suggestion.For(name, parameters.Names, quote: "`")}";
    }

    private static string MissingModule(string name, string python)
    {
        var package = name.Split('.')[0];
        return $"there is no module `{name}` for {python}; install it with `{python} -m pip install {package}`";
    }

    private static int? Line(JsonElement answer) =>
        answer.TryGetProperty("line", out var line) && line.ValueKind == JsonValueKind.Number ? line.GetInt32() : null;
}
