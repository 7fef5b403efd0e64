using System.Globalization;
using Spectre.Console;

namespace Analyzer.Platform;

/// <summary>
/// What the user reads in the console: results on the standard output; progress, remarks and errors on the standard error,
/// plain where that is no terminal.
/// </summary>
/// <param name="output">Results.</param>
/// <param name="messages">Everything else.</param>
/// <param name="time">The clock that progress is timed by.</param>
internal sealed class Terminal(IAnsiConsole output, IAnsiConsole messages, TimeProvider time)
{
    /// <summary>What starts the program where nothing else is known.</summary>
    public const string DefaultCommand = "analyzer";

    private const int WidthOfAFile = 32_000;

    /// <summary>The environment variable by which a script that starts the program says what the user typed.</summary>
    private const string CommandVariable = "ANALYZER_COMMAND";

    private readonly IAnsiConsole messages = Escaping(messages);

    /// <summary>This process's own console.</summary>
    public static Terminal OfThisProcess() =>
        new(Open(Console.Out, Console.IsOutputRedirected), Open(Console.Error, Console.IsErrorRedirected), TimeProvider.System)
        {
            CanAsk = !Console.IsErrorRedirected && !Console.IsInputRedirected,
            Command = Environment.GetEnvironmentVariable(CommandVariable) is { Length: > 0 } typed ? typed : DefaultCommand,
        };

    /// <summary>Results.</summary>
    public IAnsiConsole Output { get; } = Escaping(output);

    /// <summary>Whether what only some users want to know is said, too.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Whether there is somebody who can be asked.</summary>
    public bool CanAsk { get; init; }

    /// <summary>What the user typed to start the program, for the commands that are named to them.</summary>
    public string Command { get; init; } = DefaultCommand;

    /// <summary>Asks which of several is meant; the last is proposed.</summary>
    public T Ask<T>(string question, IReadOnlyList<T> choices, Func<T, string> text) where T : notnull => messages.Prompt(
        new SelectionPrompt<T>().Title(question).UseConverter(choice => Markup.Escape(text(choice))).AddChoices(choices.Reverse()));

    /// <summary>Says something the user should know, in a line.</summary>
    public void Remark(string sentence) => messages.WriteLine(
        MessageLine.Shortened(ControlCharacters.Escape(sentence)), new Style(Color.Grey));

    /// <summary>Says something that only some users want to know.</summary>
    public void Detail(string sentence)
    {
        if (IsVerbose) Remark(sentence);
    }

    /// <summary>Says in a line why the program gives up.</summary>
    public void Error(string sentence) => messages.WriteLine(MessageLine.Shortened(sentence), new Style(Color.Red));

    /// <summary>Does something that takes a while, and shows how far it is.</summary>
    /// <param name="what">What is done, such as <c>Reading the HUD</c>.</param>
    /// <param name="unit">What is counted, such as <c>frames</c>.</param>
    /// <param name="work">Reports what is done, and of how much.</param>
    public T WithProgress<T>(string what, string unit, Func<IProgress<Progress>, T> work) =>
        messages.Profile.Capabilities.Interactive ? WithBar(what, unit, work) : work(new PlainProgress(this, what, unit, time));

    private T WithBar<T>(string what, string unit, Func<IProgress<Progress>, T> work) => messages.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(what));
            return work(new Reporter(progress =>
            {
                task.MaxValue = Math.Max(1, progress.Total);
                task.Value = progress.Done;
                task.Description = string.Create(
                    CultureInfo.InvariantCulture, $"{Markup.Escape(what)}, {progress.Done} of {progress.Total} {unit}");
            }));
        });

    private static IAnsiConsole Escaping(IAnsiConsole console)
    {
        console.Pipeline.Attach(new EscapingHook());
        return console;
    }

    private static IAnsiConsole Open(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        console.Profile.Width = redirected ? WidthOfAFile : console.Profile.Width;
        return console;
    }

    private sealed class Reporter(Action<Progress> report) : IProgress<Progress>
    {
        public void Report(Progress value) => report(value);
    }

    private sealed class PlainProgress(Terminal terminal, string what, string unit, TimeProvider time) : IProgress<Progress>
    {
        private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

        // Before so much is done, what it took says little about the rest: the first row may have waited for Python to start.
        private const double ShareToJudgeBy = 0.05;

        private readonly long start = time.GetTimestamp();
        private TimeSpan said;

        public void Report(Progress value)
        {
            var elapsed = time.GetElapsedTime(start);
            if (elapsed - said < Between || value.Done == 0) return;
            said = elapsed;
            var left = elapsed * ((double)(value.Total - value.Done) / value.Done);
            var estimate = value.Done < ShareToJudgeBy * value.Total ? "" : FormattableString.Invariant($", {left.TotalSeconds:F0} s left");
            terminal.Remark(FormattableString.Invariant($"{what}: {value.Done} of {value.Total} {unit}{estimate}"));
        }
    }
}
