using Analyzer.Commands;
using Analyzer.Platform;
using OpenCvSharp;

NativeDefaults.Apply();

// OpenCV's workers spin-wait, on the core that decodes or encodes meanwhile.
Cv2.SetNumThreads(1);

var (interrupt, registration) = CommandRunner.InterruptOnSignals();
using (registration)
    return AllCommands.Runner(Terminal.OfThisProcess(), TimeProvider.System).Run(args, interrupt);
