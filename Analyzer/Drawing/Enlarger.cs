using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OpenCvSharp;

namespace Analyzer.Drawing;

/// <summary>
/// Bilinear upscaling with AVX2: the pictures of <c>cv::resize</c> within 2 of 255 levels, but faster (docs/decisions/0010). Each row is
/// mixed from two rows, then each value from two pixels, with weights in 128ths.
/// </summary>
internal sealed class Enlarger
{
    private const int One = 128;
    private const int Even = One / 2;
    private const int Channels = 3;
    private const int AtOnce = 32;
    private const byte InOrder = 0b11_01_10_00;

    private readonly Between[] rows;
    private readonly Group[] groups;
    private readonly byte[] mixed;

    /// <summary>Prepares the weights; asks for <see cref="Can"/>.</summary>
    /// <param name="from">The size of the pictures given.</param>
    /// <param name="to">The size that they get.</param>
    public Enlarger(Size from, Size to)
    {
        rows = [.. Enumerable.Range(0, to.Height).Select(y => Between.Of(y, from.Height, to.Height))];
        var values = to.Width * Channels;
        groups = [.. Enumerable.Range(0, (values + AtOnce - 1) / AtOnce)
            .Select(group => GroupAt(Math.Min(group * AtOnce, values - AtOnce), from.Width, to.Width))];
        mixed = new byte[(from.Width * Channels) + Vector256<byte>.Count];
    }

    /// <summary>Whether pictures of these sizes can be enlarged so on this processor.</summary>
    public static bool Can(Size from, Size to) =>
        Avx2.IsSupported && from.Width <= to.Width && from.Height <= to.Height && from.Width * Channels >= AtOnce;

    /// <summary>Fills a picture with another one, both 8-bit BGR and of the sizes prepared for.</summary>
    public void Enlarge(Mat from, Mat to)
    {
        var source = Canvas.Of(from);
        var target = Canvas.Of(to);
        for (var y = 0; y < rows.Length; y++)
        {
            MixRows(source.Row(rows[y].First, 0, source.Width), source.Row(rows[y].Second, 0, source.Width), (byte)rows[y].Weight);
            MixPixels(target.Row(y, 0, target.Width));
        }
    }

    // What is compiled ahead of time knows no AVX2, and unoptimised the first pictures would take a tenth of a second.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MixRows(ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, byte weight)
    {
        var weights = Vector256.Create((short)((weight << 8) | (One - weight))).AsSByte();
        ref var first = ref MemoryMarshal.GetReference(above);
        ref var second = ref MemoryMarshal.GetReference(below);
        ref var target = ref mixed[0];
        for (var i = 0; i < above.Length; i += Vector256<byte>.Count)
        {
            var at = (nuint)Math.Min(i, above.Length - Vector256<byte>.Count);
            var (one, other) = (Vector256.LoadUnsafe(ref first, at), Vector256.LoadUnsafe(ref second, at));
            Avx2.PackUnsignedSaturate(
                Sum(Avx2.UnpackLow(one, other), weights),
                Sum(Avx2.UnpackHigh(one, other), weights)).StoreUnsafe(ref target, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MixPixels(Span<byte> row)
    {
        ref var target = ref MemoryMarshal.GetReference(row);
        ref var source = ref mixed[0];
        foreach (ref readonly var group in groups.AsSpan())
        {
            // Packing takes the halves of both in turn: they are put in order again.
            var values = Avx2.PackUnsignedSaturate(Sum(ref source, group.First), Sum(ref source, group.Second));
            Avx2.Permute4x64(values.AsInt64(), InOrder).AsByte().StoreUnsafe(ref target, (nuint)group.Target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Sum(ref byte source, in Half half)
    {
        var low = Vector128.LoadUnsafe(ref source, (nuint)half.Low);
        var high = Vector128.LoadUnsafe(ref source, (nuint)half.High);
        return Sum(Avx2.Shuffle(Vector256.Create(low, high), half.Places), half.Weights);
    }

    // Divided by One, to the nearest.
    private static Vector256<short> Sum(Vector256<byte> pairs, Vector256<sbyte> weights) =>
        Avx2.MultiplyHighRoundScale(Avx2.MultiplyAddAdjacent(pairs, weights), Vector256.Create((short)(32768 / One)));

    private static Group GroupAt(int target, int fromWidth, int toWidth) => new(
        target,
        HalfAt(target, fromWidth, toWidth),
        HalfAt(target + (AtOnce / 2), fromWidth, toWidth));

    private static Half HalfAt(int target, int fromWidth, int toWidth)
    {
        var (low, lowPlaces, lowWeights) = QuarterAt(target, fromWidth, toWidth);
        var (high, highPlaces, highWeights) = QuarterAt(target + (AtOnce / 4), fromWidth, toWidth);
        return new Half(low, high, Vector256.Create(lowPlaces, highPlaces), Vector256.Create(lowWeights, highWeights));
    }

    private static (int Source, Vector128<byte> Places, Vector128<sbyte> Weights) QuarterAt(int target, int fromWidth, int toWidth)
    {
        var (places, weights) = (new byte[Vector128<byte>.Count], new sbyte[Vector128<byte>.Count]);
        var source = Channels * Between.Of(target / Channels, fromWidth, toWidth).First;
        for (var i = 0; i < AtOnce / 4; i++)
        {
            var (pixel, channel) = Math.DivRem(target + i, Channels);
            var between = Between.Of(pixel, fromWidth, toWidth);
            (places[2 * i], places[(2 * i) + 1]) =
                ((byte)((Channels * between.First) + channel - source), (byte)((Channels * between.Second) + channel - source));
            (weights[2 * i], weights[(2 * i) + 1]) = ((sbyte)(One - between.Weight), (sbyte)between.Weight);
        }

        return (source, Vector128.Create(places), Vector128.Create(weights));
    }

    /// <summary>Neighbouring values of a row: where they go, and what makes each half of them.</summary>
    private readonly record struct Group(int Target, Half First, Half Second);

    /// <summary>
    /// Twice eight neighbouring values of a row: where the pixels of the eight begin, and which two make each, with which weights.
    /// </summary>
    private readonly record struct Half(int Low, int High, Vector256<byte> Places, Vector256<sbyte> Weights);

    /// <summary>Two neighbouring lines or columns, and the second one's weight, 1 to 127: where one alone counts, it is both.</summary>
    private readonly record struct Between(int First, int Second, int Weight)
    {
        public static Between Of(int place, int from, int to)
        {
            var exact = ((place + 0.5) * from / to) - 0.5;
            var first = (int)Math.Floor(exact);
            var weight = (int)Math.Round((exact - first) * One);
            if (first < 0 || weight == One) return new Between(first + 1, first + 1, Even);
            return first >= from - 1 || weight == 0 ? new Between(first, first, Even) : new Between(first, first + 1, weight);
        }
    }
}
