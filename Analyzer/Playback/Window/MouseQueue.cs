namespace Analyzer.Playback.Window;

/// <summary>
/// A queue of mouse events. Moves that follow each other are coalesced into the last one, so that dragging never lags behind.
/// </summary>
internal sealed class MouseQueue
{
    private readonly Queue<MouseInput> inputs = [];
    private MouseInput? move;

    /// <summary>Adds what it did last.</summary>
    public void Add(MouseInput input)
    {
        if (input.Action is MouseAction.Move or MouseAction.Drag)
        {
            move = input;
            return;
        }

        if (move is { } before) inputs.Enqueue(before);
        move = null;
        inputs.Enqueue(input);
    }

    /// <summary>Takes the oldest.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryTake(out MouseInput input)
    {
        if (inputs.TryDequeue(out input)) return true;
        input = move ?? default;
        var moved = move is not null;
        move = null;
        return moved;
    }
}
