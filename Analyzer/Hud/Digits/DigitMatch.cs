namespace Analyzer.Hud.Digits;

/// <summary>What template matching gives for one cell of one frame, and the thresholds of confidence.</summary>
/// <param name="Digit">The best digit.</param>
/// <param name="Correlation">How much the cell looks like it, -1 to 1.</param>
/// <param name="Lead">By how much more than like the second best.</param>
/// <param name="Contrast">How much brighter the digit's strokes are than their shadow, 0 to 255.</param>
internal readonly record struct DigitMatch(int Digit, float Correlation, float Lead, float Contrast)
{
    /// <summary>With such a lead there is no doubt: right digits in videos of the simulator's own size and quality have it.</summary>
    public const float PlainLead = 0.12f;

    /// <summary>The least lead of a digit: in coarse copies three quarters as large one wrong digit in a thousand frames has it.</summary>
    public const float LeastLead = 0.06f;

    /// <summary>The least lead by what was learned from the video itself.</summary>
    public const float LeastLearnedLead = 0.04f;

    // Right digits in videos of the simulator's own quality come to 0.76 at the least, on any background. A road's white line in the
    // strokes' gaps takes much off the likeness to any digit and little off the lead.
    private const float MinCorrelation = 0.6f;
    private const float FaintCorrelation = 0.45f;
    private const float FaintLead = 0.2f;

    // A digit has at least this much; the noise and blocks of a coarsely compressed plain background have less.
    private const float MinContrast = 16;

    /// <summary>Whether there is a digit that plainly is no other.</summary>
    public bool IsExemplary => Contrast >= MinContrast && Correlation >= MinCorrelation && Lead >= PlainLead;

    /// <summary>Whether there is a digit and no doubt which.</summary>
    public bool IsSure(float leastLead) => Contrast >= MinContrast
        && ((Correlation >= MinCorrelation && Lead >= leastLead) || (Correlation >= FaintCorrelation && Lead >= FaintLead));
}
