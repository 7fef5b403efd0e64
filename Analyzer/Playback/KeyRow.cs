using Analyzer.Laps;
using Analyzer.Playback.Window;

namespace Analyzer.Playback;

/// <summary>A key's action: the player's state after it.</summary>
internal delegate PlayerState KeyAction(PlayerState state, Landmarks landmarks);

/// <summary>One row of the key table: what the handler, the help page and the README's list are made from.</summary>
/// <param name="Keys">The keys as printed on the keyboard, <c>" / "</c> or <c>", "</c> between them.</param>
/// <param name="Description">What they do.</param>
/// <param name="Range">Range and default; empty where there are none.</param>
/// <param name="Actions">Each key's name (see <see cref="KeyNames"/>) and what it does.</param>
internal sealed record KeyRow(string Keys, string Description, string Range, params (string Key, KeyAction Action)[] Actions)
{
    /// <summary>The heading that they stand under on the help page.</summary>
    public KeyGroup Group { get; init; }

    /// <summary>How what they change stands now; empty where nothing does.</summary>
    public Func<PlayerState, string> Now { get; init; } = _ => "";
}

/// <summary>What keys are there for.</summary>
internal enum KeyGroup
{
    /// <summary>To go through the run.</summary>
    Go,

    /// <summary>To choose what is seen.</summary>
    Look,

    /// <summary>To keep something in a file.</summary>
    Keep,
}
