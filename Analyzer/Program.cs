using Analyzer.Commands;
using Analyzer.Platform;

NativeDefaults.Apply();

var (interrupt, registration) = CommandRunner.InterruptOnSignals();
using (registration)
    return AllCommands.Runner(Terminal.OfThisProcess(), TimeProvider.System).Run(args, interrupt);
