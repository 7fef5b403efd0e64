using System.Collections.Immutable;
using OpenCvSharp;

namespace Analyzer.Hud.Digits;

/// <summary>
/// One of the two HUD fields that are read, speed and race clock, and how the simulator draws it: digits of one width, with narrower
/// punctuation between them, and a word beside them that never changes. All lengths are in pixels of the simulator's own 640x480 picture; a
/// field's place is the left of its first digit's cell and the top of the digits' ink.
/// </summary>
/// <param name="name">What the text says, for messages.</param>
/// <param name="fontSize">The font's size.</param>
/// <param name="groups">How many digits stand between two punctuation marks, in order.</param>
/// <param name="parse">The value that the digits say; null for an impossible one.</param>
internal sealed class HudField(string name, int fontSize, ImmutableArray<int> groups, HudField.Parser parse)
{
    // The letters' advances in parts of the font's size. The simulators of 2020 to 2023 round each to whole pixels.
    private const double DigitAdvance = 0.586;
    private const double PunctuationAdvance = 0.214;
    private const double CapHeight = 0.71;

    /// <summary>The value that digits say.</summary>
    public delegate int? Parser(ReadOnlySpan<int> digits);

    /// <summary>The speed, <c>NN.NN m/s</c>, in hundredths of a metre a second.</summary>
    public static readonly HudField Speed = new("speed", 20, [2, 2], ParseSpeed)
    {
        WordPlace = new Rect(56, -2, 37, 18),
        KnownPlaces = [new Rect(7, 410, 7, 22)],
    };

    /// <summary>The race clock, <c>mm:ss.mmm</c>, in milliseconds.</summary>
    public static readonly HudField Clock = new("race clock", 18, [2, 2, 3], ParseClock)
    {
        WordPlace = new Rect(-52, -2, 48, 17),
        KnownPlaces = [new Rect(58, 85, 7, 11), new Rect(288, 10, 7, 11)],
    };

    /// <summary>Both, in the order of the lines of <see cref="HudFont"/>.</summary>
    public static readonly ImmutableArray<HudField> All = [Speed, Clock];

    /// <summary>What the text says, for messages.</summary>
    public string Name => name;

    /// <summary>The value that the digits say; null for an impossible one.</summary>
    public int? Parse(ReadOnlySpan<int> digits) => parse(digits);

    /// <summary>The picture of the word beside the digits (<c>m/s</c>, <c>Race |</c>), from the field's place.</summary>
    public required Rect WordPlace { get; init; }

    /// <summary>Where the simulator's versions put the field, with some room around: evaluations, leagues, races of two.</summary>
    public required ImmutableArray<Rect> KnownPlaces { get; init; }

    /// <summary>Where a digit's picture begins, from the left of its cell and the top of its ink.</summary>
    public static Point DigitOrigin => new(-1, -2);

    /// <summary>The number of digits.</summary>
    public int DigitCount { get; } = groups.Sum();

    /// <summary>The size of one digit's picture: its cell and ink, a pixel on either side and two above and below.</summary>
    public Size DigitSize { get; } = new((int)Math.Round(DigitAdvance * fontSize) + 2, (int)Math.Round(CapHeight * fontSize) + 4);

    /// <summary>
    /// Where each digit's cell begins, from the field's place: by whole-pixel advances, as on the real pictures of 2020 to 2023, and by
    /// fractional ones.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> CellOffsets { get; } =
    [
        Offsets(groups, Math.Round(DigitAdvance * fontSize), Math.Round(PunctuationAdvance * fontSize)),
        Offsets(groups, DigitAdvance * fontSize, PunctuationAdvance * fontSize),
    ];

    private static int? ParseSpeed(ReadOnlySpan<int> digits) => (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];

    private static int? ParseClock(ReadOnlySpan<int> digits)
    {
        var minutes = (digits[0] * 10) + digits[1];
        var seconds = (digits[2] * 10) + digits[3];
        var milliseconds = (digits[4] * 100) + (digits[5] * 10) + digits[6];
        return seconds < 60 ? (((minutes * 60) + seconds) * 1000) + milliseconds : null;
    }

    private static ImmutableArray<int> Offsets(ImmutableArray<int> groups, double digit, double punctuation)
    {
        var offsets = ImmutableArray.CreateBuilder<int>();
        var x = 0.0;
        foreach (var group in groups)
        {
            for (var i = 0; i < group; i++, x += digit)
                offsets.Add((int)Math.Round(x));

            x += punctuation;
        }

        return offsets.ToImmutable();
    }
}
