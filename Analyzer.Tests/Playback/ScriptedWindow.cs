using System.Globalization;
using Analyzer.Playback.Window;
using Analyzer.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using OpenCvSharp;

namespace Analyzer.Tests.Playback;

/// <summary>A window that a script types into; waiting for a key moves the clock on.</summary>
/// <param name="time">The clock.</param>
/// <param name="script">
/// Keys by their names, <c>+5</c> for no key until five more pictures have been shown, <c>close</c> for the window's closing,
/// <c>^C</c> for an interruption, <c>~Q</c> for a key while a picture is being fetched, <c>~close</c> likewise, <c>Right held</c>
/// for a repetition of a key that is held down,
/// <c>press 10,20</c>, <c>drag 10,20</c>, <c>move 10,20</c> and <c>release 10,20</c> for the mouse, <c>leave</c> for its leaving. After
/// the last one nothing happens any more.
/// </param>
/// <param name="interrupt">Cancelled by <c>^C</c>.</param>
internal sealed class ScriptedWindow(FakeTimeProvider time, string[] script, CancellationTokenSource interrupt) : IWindow
{
    private const int MostWaits = 100_000;

    private readonly Queue<string> steps = new(script);
    private readonly Queue<MouseInput> mouse = [];
    private bool hasLeft;
    private int? waitedFor;
    private int waits;

    /// <summary>Pictures shown so far, as their hashes.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>How long showing a picture takes.</summary>
    public TimeSpan DrawingTime { get; init; }

    public bool Closed { get; private set; }

    public bool FullScreen { get; set; }

    /// <summary>Where the mouse is once it has left; null where that can't be told.</summary>
    public MouseInput? Outside { get; init; }

    public bool TakeMouse(out MouseInput input) => mouse.TryDequeue(out input);

    public bool FollowMouse(out MouseInput input)
    {
        input = Outside ?? default;
        return Outside is not null && hasLeft;
    }

    public void Show(Mat picture)
    {
        Shown.Add(Pictures.HashOf(picture));
        time.Advance(DrawingTime);
    }

    public bool IsKeyRepeated { get; private set; }

    public string? PollKey()
    {
        if (!steps.TryPeek(out var step) || !step.StartsWith('~')) return null;
        steps.Dequeue();
        Closed = step == "~close";
        return Closed ? null : step[1..];
    }

    public string? WaitKey(int milliseconds)
    {
        IsKeyRepeated = false;
        time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        if (++waits > MostWaits) throw new InvalidOperationException("The script waits for a picture that does not come.");
        if (!steps.TryPeek(out var step)) return null;
        if (step.StartsWith('+'))
        {
            waitedFor ??= Shown.Count + int.Parse(step[1..], CultureInfo.InvariantCulture);
            if (Shown.Count < waitedFor) return null;
            steps.Dequeue();
            waitedFor = null;
            if (!steps.TryPeek(out step)) return null;
        }

        if (step.StartsWith('~')) return null;
        steps.Dequeue();
        if (step == "^C") interrupt.Cancel();
        if (step == "close") Closed = true;
        if (step == "leave") hasLeft = true;
        if (step.Split(' ') is [var key, "held"])
        {
            IsKeyRepeated = true;
            return key;
        }

        if (step.Split(' ', ',') is [var action, var x, var y])
        {
            mouse.Enqueue(new MouseInput(
                Enum.Parse<MouseAction>(action, ignoreCase: true), new Point(
                    int.Parse(x, CultureInfo.InvariantCulture),
                    int.Parse(y, CultureInfo.InvariantCulture))));
            return null;
        }

        return step is "^C" or "close" or "leave" ? null : step;
    }

    public void Dispose()
    {
    }
}
