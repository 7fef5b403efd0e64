using System.CommandLine;
using Analyzer.Commands;
using Analyzer.Platform;
using OpenCvSharp;

NativeMessages.Silence();

// OpenCV's workers spin-wait, on the core that decodes or encodes meanwhile.
Cv2.SetNumThreads(1);
var terminal = Terminal.OfThisProcess();
var time = TimeProvider.System;
var verbose = new Option<bool>("--verbose")
{
    Description = "Show how long the rewards took to load, and where in the program an error arose.",
    Recursive = true
};
var root = new RootCommand("Plays a DeepRacer evaluation with its log drawn on it.")
{
    new PlayCommand(terminal, time).Build(),
    new ScanCommand(terminal).Build(),
    new RenderCommand(terminal).Build(),
    new ExportCommand(terminal).Build(),
    new RunsCommand(terminal).Build(),
    new BenchmarkCommand(terminal, time).Build(),
};
root.Options.Add(verbose);

var (interrupt, registration) = CommandRunner.InterruptOnSignals();
using (registration)
    return new CommandRunner(root, terminal, verbose).Run(args, interrupt);
