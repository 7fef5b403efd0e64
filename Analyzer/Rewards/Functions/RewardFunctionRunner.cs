using System.ComponentModel;
using System.Diagnostics;
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

    // Python stops itself in time, and says in which line it was; one that does not is ended from here.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <summary>The time that a function may take for a whole log where nothing else is said.</summary>
    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Runs the function.</summary>
    /// <param name="path">The Python file.</param>
    /// <param name="rows">The run.</param>
    /// <param name="limit">Time for the whole log, Python's start included.</param>
    /// <param name="progress">Told how many rows are done.</param>
    /// <param name="command">The program that runs Python files.</param>
    /// <param name="time">Tells when a Python that does not stop itself is to be ended.</param>
    /// <param name="cancellation">Ends Python.</param>
    /// <exception cref="RunException">There is no such file.</exception>
    public static async Task<RewardFunctionResult> RunAsync(
        string path,
        RewardRows rows,
        TimeSpan limit,
        IProgress<Progress>? progress = null,
        string command = "python3",
        TimeProvider? time = null,
        CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
            throw new RunException($"{path}: there is no such file; give a Python file with --reward-function FILE.py.");
        var parameters = new FunctionParams(rows);
        var answers = new FunctionAnswers(path, rows, parameters);
        using var python = Start(command);
        if (python is null)
        {
            answers.End($"there is no {command} to run it; install Python 3");
            return answers.Result();
        }

        using var timeout = new CancellationTokenSource(limit + Grace, time ?? TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        var errors = ReadErrorsAsync(python.StandardError);
        var lines = Enumerable.Range(0, rows.Trace.Rows.Length).Select(parameters.Row).Prepend(parameters.Head(path, limit, MaxPrints));
        var feeding = Task.Run(() => Feed(python.StandardInput, lines), CancellationToken.None);
        try
        {
            while (await python.StandardOutput.ReadLineAsync(stop.Token) is { } line)
            {
                answers.Take(line);
                progress?.Report(new Progress(answers.RowsDone, rows.Trace.Rows.Length));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            answers.End(TimedOut(limit, null));
        }
        finally
        {
            python.Kill(entireProcessTree: true);
            await feeding;
        }

        // A program that the function started and left behind may keep the pipe open.
        await Task.WhenAny(errors, Task.Delay(Grace, time ?? TimeProvider.System, cancellation));
        AddEnd(answers, errors.IsCompletedSuccessfully ? errors.Result : [], path, limit);
        return answers.Result();
    }

    [GeneratedRegex("File \"(?<path>.*)\", line (?<line>[0-9]+)")]
    private static partial Regex Frame();

    private static Process? Start(string command)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(command, ["-B", "-X", "utf8", "-c", FunctionHost.Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
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

    private static async Task<List<string>> ReadErrorsAsync(StreamReader errors)
    {
        var lines = new List<string>();
        while (await errors.ReadLineAsync() is { } line)
            if (lines.Count < MaxPrints) lines.Add(line);

        return lines;
    }

    // Where its time is over, Python writes "Timeout (0:00:10)!" and where every thread was, innermost call first.
    private static void AddEnd(FunctionAnswers answers, List<string> errors, string path, TimeSpan limit)
    {
        var timeout = errors.FindIndex(line => line.StartsWith("Timeout (", StringComparison.Ordinal));
        foreach (var line in timeout < 0 ? errors : errors[..timeout]) answers.AddMessage(line);
        if (timeout < 0)
        {
            answers.End("Python ended before the last row");
            return;
        }

        var frame = errors.Skip(timeout).Select(line => Frame().Match(line)).FirstOrDefault(match => match.Groups["path"].Value == path);
        answers.End(TimedOut(limit, frame?.Groups["line"].Value));
    }

    private static string TimedOut(TimeSpan limit, string? line) =>
        FormattableString.Invariant($"stopped after {limit.TotalSeconds:0.###} s{(line is null ? "" : $" in line {line}")}");
}
