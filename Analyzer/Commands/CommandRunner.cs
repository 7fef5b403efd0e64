using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Runtime.InteropServices;
using Analyzer.Platform;
using Analyzer.Platform.Archives;
using Analyzer.Rewards.Language;

namespace Analyzer.Commands;

/// <summary>Runs the command that a command line names, and turns what goes wrong into one line and an exit code.</summary>
/// <param name="root">All commands.</param>
/// <param name="terminal">Where errors are said.</param>
/// <param name="verbose">The option that asks for details and stack traces.</param>
internal sealed class CommandRunner(RootCommand root, Terminal terminal, Option<bool> verbose)
{
    /// <summary>The command meant by a command line that names none.</summary>
    public const string DefaultCommand = "play";

    private const string Asked = "[suggest:";

    /// <summary>Runs it; Ctrl-C is passed on as a cancellation, so that files are finished or removed first.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="interrupt">Cancelled by <see cref="InterruptOnSignals"/>.</param>
    public int Run(IReadOnlyList<string> arguments, CancellationToken interrupt)
    {
        if (IsAskedToComplete(arguments))
        {
            var output = new InvocationConfiguration { Output = terminal.Output.Profile.Out.Writer };
            return root.Parse(WithItsCommand(arguments)).Invoke(output);
        }

        var line = root.Parse(NamesItsCommand(arguments) ? [.. arguments] : [DefaultCommand, .. arguments]);
        var command = line.CommandResult.Command;
        var unknown = line.UnmatchedTokens is [var first, ..] ? first : MistypedOption(line);
        if (line.Errors.Count > 0 || unknown is not null)
        {
            Say(unknown is not null ? Unknown(unknown, command) : line.Errors[0].Message);
            Say($"{terminal.Command}{(command == root ? "" : $" {command.Name}")} --help lists what can be given.");
            return ExitCodes.WrongCommandLine;
        }

        terminal.IsVerbose = line.GetValue(verbose);
        try
        {
            foreach (var remark in AllCommands.RemarksOn(line.CommandResult)) terminal.Remark(remark);
            var code = line.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interrupt)
                .GetAwaiter().GetResult();
            return interrupt.IsCancellationRequested ? ExitCodes.Interrupted : code;
        }
        catch (OperationCanceledException)
        {
            terminal.Remark("Interrupted; nothing half-written is left.");
            return ExitCodes.Interrupted;
        }
        catch (RunException error)
        {
            return Fail(ControlCharacters.Escape(error.Message), error);
        }
        catch (ExpressionException error)
        {
            return Fail($"{error.Message}\n{error.Excerpt}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var reason = ControlCharacters.Escape(InputFile.Reason(error));
            return Fail($"Something can't be read or written ({reason}); is the disk full, or the output closed?", error);
        }
        catch (Exception error) when (MissingLibrary.Of(error) is { } missing)
        {
            return Fail(ControlCharacters.Escape(missing), error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Fail($"{ControlCharacters.Escape(error.Message)} (--verbose shows where; please report it)", error);
        }
    }

    /// <summary>
    /// A token that Ctrl-C, a request to terminate and the terminal's closing cancel; a second Ctrl-C ends the program at once.
    /// </summary>
    public static (CancellationToken Token, IDisposable Registration) InterruptOnSignals()
    {
        var source = new CancellationTokenSource();
        void Handle(PosixSignalContext context)
        {
            if (source.IsCancellationRequested) return;
            context.Cancel = true;
            source.Cancel();
        }

        return (source.Token, new Signals(source, [.. Signals.Handled.Select(signal => PosixSignalRegistration.Create(signal, Handle))]));
    }

    // How shells ask: analyzer "[suggest:POSITION]" "THE LINE SO FAR".
    private static bool IsAskedToComplete(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..] && first.StartsWith("[suggest", StringComparison.Ordinal);

    /// <summary>What a shell asks; of a line that names no command, what it would ask of one that names the default.</summary>
    private IReadOnlyList<string> WithItsCommand(IReadOnlyList<string> question)
    {
        if (question is not [var asked, var line] || asked.Length < Asked.Length
            || !int.TryParse(asked.AsSpan(Asked.Length).TrimEnd(']'), CultureInfo.InvariantCulture, out var position)
            || CommandLineParser.SplitCommandLine(line).ToArray() is not [var program, var first, ..] words || NamesItsCommand(words[1..])
            || (words.Length == 2 && "--version".StartsWith(first, StringComparison.Ordinal)))
        {
            return question;
        }

        var named = $"{DefaultCommand} ";
        return [$"{Asked}{position + named.Length}]", line.Insert(line.IndexOf(' ', program.Length) + 1, named)];
    }

    private bool NamesItsCommand(IReadOnlyList<string> arguments) =>
        arguments.Count > 0
        && (root.Subcommands.Any(command => command.Name == arguments[0]) || arguments[0] is "--help" or "-h" or "-?" or "--version"
            || !(arguments[0].StartsWith('-') || IsPath(arguments[0])));

    /// <summary>Whether a word is a path rather than a mistyped command: it is there, or has letters that no command has.</summary>
    private static bool IsPath(string word) =>
        Path.Exists(word) || ArchivePath.Split(word) is not null || word.AsSpan().ContainsAny('/', '\\', '.');

    /// <summary>The first of the words taken for paths that begins like an option and is no file; null where there is none.</summary>
    private static string? MistypedOption(ParseResult line) => line.CommandResult.Command.Arguments
        .SelectMany(argument => line.GetResult(argument)?.Tokens.Select(token => token.Value) ?? [])
        .FirstOrDefault(word => word.StartsWith('-') && !Path.Exists(word));

    private string Unknown(string word, Command command) => word.StartsWith('-')
        ? $"{word}: there is no such option{Suggestion.For(word, command.Options.Concat(root.Options).Select(option => option.Name))}"
        : command == root
            ? $"{word}: there is no such command{Suggestion.For(word, root.Subcommands.Select(known => known.Name))}"
            : $"{word}: not expected here";

    private int Fail(string message, Exception cause)
    {
        Say(message);
        if (terminal.IsVerbose) Say(cause.ToString());
        return ExitCodes.NotAnalysed;
    }

    private void Say(string message)
    {
        try
        {
            terminal.Error(message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Nobody can be told; the exit code still says it.
        }
    }

    private sealed class Signals(CancellationTokenSource source, PosixSignalRegistration[] registrations) : IDisposable
    {
        /// <summary>Ctrl-C, a request to terminate, the terminal closed.</summary>
        public static readonly PosixSignal[] Handled = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

        public void Dispose()
        {
            foreach (var registration in registrations) registration.Dispose();
            source.Dispose();
        }
    }
}
