using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Analyzer.Platform;

namespace Analyzer.Rewards.Functions;

/// <summary>
/// Runs a user's own <c>reward_function(params)</c> over a run, in the order of its rows, by one python3. Every row is given to it,
/// those of pauses too, where the simulator itself would not ask. What goes wrong in the function is a message, not an exception.
/// </summary>
internal static partial class RewardFunctionRunner
{
    private const int MaxPrints = 10;
    private const int MaxMessageLength = 1_000;

    // Python stops itself in time, and says in which line it was; one that does not is ended from here.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>The time that a function may take for a whole log where nothing else is said.</summary>
    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>The time that it may take for one row, and Python for its start with the file's imports.</summary>
    public static TimeSpan RowLimit { get; } = TimeSpan.FromSeconds(3);

    /// <summary>Runs the function.</summary>
    /// <param name="path">The Python file.</param>
    /// <param name="rows">The run.</param>
    /// <param name="limit">Time for the whole log, Python's start included.</param>
    /// <param name="progress">Told how many rows are done.</param>
    /// <param name="command">The program that runs Python files.</param>
    /// <param name="time">Tells when a Python that does not stop itself is to be ended.</param>
    /// <param name="rowLimit">Time for one row, <see cref="RowLimit"/> where nothing else is said.</param>
    /// <param name="cancellation">Ends Python.</param>
    /// <exception cref="RunException">There is no such file.</exception>
    public static async Task<RewardFunctionResult> RunAsync(
        string path,
        RewardRows rows,
        TimeSpan limit,
        IProgress<Progress>? progress = null,
        string command = "python3",
        TimeProvider? time = null,
        TimeSpan? rowLimit = null,
        CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
            throw new RunException($"{path}: there is no such file; give a Python file with --reward-function FILE.py.");
        path = Path.GetFullPath(path);
        var parameters = new FunctionParams(rows);
        var answers = new FunctionAnswers(path, rows, parameters);
        using var python = Start(command);
        if (python is null)
        {
            answers.End($"there is no {command} to run it; install Python 3");
            return answers.Result();
        }

        var forRow = rowLimit ?? RowLimit;
        if (limit < forRow) forRow = limit;
        using var timeout = new CancellationTokenSource(limit + Grace, time ?? TimeProvider.System);
        using var rowTimeout = new CancellationTokenSource(forRow + Grace, time ?? TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token, rowTimeout.Token);
        var errorLines = new BoundedLines(python.StandardError.BaseStream, MaxErrorMegabytes << 20);
        var errors = ReadErrorsAsync(errorLines, stop);
        var lines = Enumerable.Range(0, rows.Trace.Rows.Length).Select(parameters.Row)
            .Prepend(parameters.Head(path, limit, forRow, MaxPrints));
        var feeding = Task.Run(() => Feed(python.StandardInput, lines), CancellationToken.None);
        try
        {
            var answerLines = new BoundedLines(python.StandardOutput.BaseStream, MaxAnswerMegabytes << 20);
            while (await answerLines.ReadAsync(stop.Token) is { } line)
            {
                var done = answers.RowsDone;
                answers.Take(line);
                if (answers.RowsDone == done) continue;
                rowTimeout.CancelAfter(forRow + Grace);
                progress?.Report(new Progress(answers.RowsDone, rows.Trace.Rows.Length));
            }

            if (answerLines.IsOverLimit) answers.End(TooMuch(MaxAnswerMegabytes));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            answers.End(errorLines.IsOverLimit
                ? TooMuch(MaxErrorMegabytes)
                : TimedOut(timeout.IsCancellationRequested ? limit : forRow, null));
        }
        finally
        {
            await StopAsync(python);
            await feeding;
        }

        // A program that the function started and left behind may keep the pipe open.
        await Task.WhenAny(errors, Task.Delay(Grace, time ?? TimeProvider.System, cancellation));
        AddEnd(answers, errors.IsCompletedSuccessfully ? errors.Result : [], path);
        return answers.Result();
    }

    // Half a million rows with ten components each.
    private const long MaxAnswerMegabytes = 256;

    // What it prints is bounded before; this is what comes past Python.
    private const long MaxErrorMegabytes = 32;

    [GeneratedRegex(@"^Timeout \((?<time>[0-9:.]+)\)!")]
    private static partial Regex Timeout();

    [GeneratedRegex("File \"(?<path>.*)\", line (?<line>[0-9]+)")]
    private static partial Regex Frame();

    private static Process? Start(string command)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(command, FunctionHost.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in FunctionHost.Environment) start.Environment[name] = value;
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static void Feed(StreamWriter input, IEnumerable<string> lines)
    {
        try
        {
            foreach (var line in lines) input.WriteLine(line);
            input.Close();
        }
        catch (IOException)
        {
            // Python has ended before the last row; why is seen where its answers are read.
        }
    }

    // The guard sees that nobody reads the answers any more, and ends all that the function started.
    private static async Task StopAsync(Process python)
    {
        python.StandardOutput.Close();
        using var timeout = new CancellationTokenSource(Grace);
        try
        {
            await python.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            python.Kill(entireProcessTree: true);
        }
    }

    private static async Task<List<string>> ReadErrorsAsync(BoundedLines errors, CancellationTokenSource stop)
    {
        var lines = new List<string>();
        while (await errors.ReadAsync(CancellationToken.None) is { } line)
            if (lines.Count < MaxPrints) lines.Add(line.Length <= MaxMessageLength ? line : $"{line[..MaxMessageLength]}...");

        if (errors.IsOverLimit) await stop.CancelAsync();
        return lines;
    }

    // Where its time is over, Python writes "Timeout (0:00:10)!" and where every thread was, innermost call first.
    private static void AddEnd(FunctionAnswers answers, List<string> errors, string path)
    {
        var timeout = errors.FindIndex(line => Timeout().IsMatch(line));
        foreach (var line in timeout < 0 ? errors : errors[..timeout]) answers.AddMessage(line);

        if (timeout < 0)
        {
            answers.End("Python ended before the last row");
            return;
        }

        var frame = errors.Skip(timeout).Select(line => Frame().Match(line)).FirstOrDefault(match => match.Groups["path"].Value == path);
        var spent = TimeSpan.TryParse(Timeout().Match(errors[timeout]).Groups["time"].Value, CultureInfo.InvariantCulture, out var time)
            ? time
            : RowLimit;
        answers.End(TimedOut(spent, frame?.Groups["line"].Value));
    }

    private static string TooMuch(long megabytes) => FormattableString.Invariant($"stopped, it wrote more than {megabytes} MB");

    private static string TimedOut(TimeSpan limit, string? line) =>
        FormattableString.Invariant($"stopped after {limit.TotalSeconds:0.###} s{(line is null ? "" : $" in line {line}")}");
}
