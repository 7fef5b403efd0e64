using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analyzer.Logs;

namespace Analyzer.Tests.Rewards;

/// <summary>
/// An expression and what Python's <c>eval</c> gives for it in some rows; null where it raises or gives no finite number.
/// </summary>
internal sealed record PythonResult(
    [property: JsonPropertyName("expression")] string Expression, [property: JsonPropertyName("values")] ImmutableArray<double?> Values);

/// <summary>Asks python3 itself, in one child process, what expressions give. It reads and types the log on its own.</summary>
internal static class Python
{
    private const string Script =
        """
        import csv, json, math, re, sys
        question = json.load(sys.stdin)
        rows = list(csv.DictReader(open(question["log"])))

        def typed(column):
            cells = [row[column] for row in rows]
            for kind in ({"True": True, "False": False}.__getitem__, int, float):
                try:
                    return [kind(cell) for cell in cells]
                except (ValueError, KeyError):
                    pass
            return cells

        columns = {name: typed(name) for name in rows[0]}
        time = [round(t * 1000) for t in columns["tstamp"]]
        x, y, n = columns["X"], columns["Y"], len(rows)
        columns["speed"] = [0.0] + [
            math.sqrt((x[i] - x[i - 1]) ** 2 + (y[i] - y[i - 1]) ** 2) / ((time[i] - time[i - 1]) / 1000) for i in range(1, n)]
        columns.update(x=x, y=y, heading=columns["yaw"], steering_angle=columns["steer"], track_length=columns["track_len"],
            is_offtrack=[status == "off_track" for status in columns["episode_status"]])
        columns["timestamp"] = columns["tstamp"]

        # Without a track there is no value, whatever is done with it.
        class Missing:
            def fail(self, *others):
                raise ValueError
            __len__ = __getitem__ = __iter__ = __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = fail
        columns["closest_waypoints"] = [Missing()] * n
        first = [0] * n
        for i in range(1, n):
            first[i] = first[i - 1] if columns["episode"][i] == columns["episode"][i - 1] else i

        names = {name: getattr(math, name) for name in (
            "sqrt exp log sin cos tan asin acos atan atan2 hypot floor ceil degrees radians pi e fabs copysign isfinite "
            "log10 log2 sinh cosh tanh trunc isnan isinf").split()}

        def compensated(items, start=0):
            # As from Python 3.12 on.
            total, lost = start, 0.0
            for item in items:
                if type(total) is float and type(item) is float:
                    before, total = total, total + item
                    lost += before - total + item if abs(before) >= abs(item) else item - total + before
                else:
                    total = total + item
            return total + lost if lost and math.isfinite(lost) else total

        names.update(math=math, abs=abs, min=min, max=max, round=round, int=int, float=float, bool=bool, pow=pow, len=len,
            sum=sum if sys.version_info >= (3, 12) else compensated)

        def value(code, row):
            def prev(name, count=1):
                return columns[name][max(first[row], row - count)]
            try:
                result = eval(code, {"__builtins__": {}, **names, "prev": prev}, {
                    **{name: column[row] for name, column in columns.items()},
                    "params": {name: column[row] for name, column in columns.items()}})
                result = float(result) if isinstance(result, (int, float)) else math.nan
                return result if math.isfinite(result) else None
            except Exception:
                return None

        answer = []
        for expression in question["expressions"]:
            code = compile(re.sub(r"prev\((\w+)", r'prev("\1"', re.sub(r"\{(\w+)\}", r"\1", expression)), expression, "eval")
            answer.append({"expression": expression, "values": [value(code, row) for row in range(0, n, question["step"])]})
        json.dump(answer, sys.stdout)
        """;

    /// <summary>What the expressions give in every so many-th row; skips the test where there is no python3.</summary>
    public static ImmutableArray<PythonResult> Evaluate(SimTrace trace, int step, IEnumerable<string> expressions)
    {
        using var process = Start("-W", "ignore", "-c", Script);
        process.StandardInput.Write(JsonSerializer.Serialize(new { log = trace.Path, step, expressions }));
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<ImmutableArray<PythonResult>>(answer);
    }

    /// <summary>Starts python3; skips the test where there is none.</summary>
    public static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("no python3 to ask: skipped");
            throw;
        }
    }
}
