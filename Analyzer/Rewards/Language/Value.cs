using System.Numerics;

namespace Analyzer.Rewards.Language;

/// <summary>The Python types that expressions know.</summary>
internal enum ValueKind : byte
{
    None,
    Bool,
    Int,
    Float,
    Complex,
    Text,
    Tuple,
    List,
}

/// <summary>
/// A Python value. Ints are kept as a long while they fit and as a <see cref="BigInteger"/> beyond, up to <see cref="MaxIntBits"/>;
/// a complex number only arises as a negative number to a fractional power.
/// </summary>
internal readonly struct Value
{
    /// <summary>The largest int, about 4,900 digits: more than Python itself would read or print.</summary>
    public const int MaxIntBits = 16_384;

    private readonly long bits;
    private readonly object? reference;

    private Value(ValueKind kind, long bits, object? reference) => (Kind, this.bits, this.reference) = (kind, bits, reference);

    public static Value None => default;

    public ValueKind Kind { get; }

    /// <summary>Bool or int: Python's bool is an int.</summary>
    public bool IsInteger => Kind is ValueKind.Bool or ValueKind.Int;

    /// <summary>Bool, int or float.</summary>
    public bool IsReal => Kind is ValueKind.Bool or ValueKind.Int or ValueKind.Float;

    /// <summary>A bool or an int that fits a long.</summary>
    public bool IsSmall => IsInteger && reference is null;

    public bool IsSequence => Kind is ValueKind.Tuple or ValueKind.List;

    /// <summary>A bool or an int that a double holds without rounding.</summary>
    public bool IsExactAsDouble => IsSmall && bits is >= -(1L << 53) and <= 1L << 53;

    /// <summary>The value of a bool or int where <see cref="IsSmall"/>.</summary>
    public long Small => bits;

    /// <summary>The value of a bool or int of any size.</summary>
    public BigInteger Integer => reference is BigInteger big ? big : bits;

    /// <summary>The value of a float.</summary>
    public double Float => BitConverter.Int64BitsToDouble(bits);

    public string Text => (string)reference!;

    /// <summary>The members of a tuple or list.</summary>
    public Value[] Items => (Value[])reference!;

    /// <summary>The type's name in Python.</summary>
    public string TypeName => Kind switch
    {
        ValueKind.None => "None",
        ValueKind.Bool => "bool",
        ValueKind.Int => "int",
        ValueKind.Float => "float",
        ValueKind.Complex => "complex",
        ValueKind.Text => "str",
        ValueKind.Tuple => "tuple",
        _ => "list",
    };

    /// <summary>Whether Python takes the value for true.</summary>
    public bool Truth => Kind switch
    {
        ValueKind.None => false,
        ValueKind.Bool or ValueKind.Int => reference is not null || bits != 0,
        ValueKind.Float => Float != 0,
        ValueKind.Complex => ToComplex() != Complex.Zero,
        ValueKind.Text => Text.Length > 0,
        _ => Items.Length > 0,
    };

    public static Value Of(bool value) => new(ValueKind.Bool, value ? 1 : 0, null);

    public static Value Of(long value) => new(ValueKind.Int, value, null);

    public static Value Of(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value), null);

    public static Value Of(Complex value) => new(ValueKind.Complex, 0, value);

    public static Value Of(string value) => new(ValueKind.Text, 0, value);

    public static Value TupleOf(params Value[] items) => new(ValueKind.Tuple, 0, items);

    public static Value ListOf(params Value[] items) => new(ValueKind.List, 0, items);

    public static Value Of(Int128 value) => value >= long.MinValue && value <= long.MaxValue ? Of((long)value) : Of((BigInteger)value);

    public static Value Of(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue) return Of((long)value);
        return value.GetBitLength() <= MaxIntBits ? new Value(ValueKind.Int, 0, value) : throw EvaluationException.TooLarge();
    }

    /// <summary>A bool, int or float as a double, rounded as Python rounds.</summary>
    public double ToDouble() => Kind switch
    {
        ValueKind.Float => Float,
        ValueKind.Bool or ValueKind.Int when IsSmall => bits,
        ValueKind.Int => ExactRatio.ToDouble(Integer, BigInteger.One),
        _ => throw EvaluationException.NotANumber(this),
    };

    /// <summary>Any number as a complex one.</summary>
    public Complex ToComplex() => Kind == ValueKind.Complex ? (Complex)reference! : ToDouble();
}
