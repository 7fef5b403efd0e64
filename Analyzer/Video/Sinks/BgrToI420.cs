using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OpenCvSharp;

namespace Analyzer.Video.Sinks;

/// <summary>
/// Turns BGR pictures into I420 (yuv420p: luma, then two planes of chroma at half the size; BT.601, limited range), as
/// <c>cv::cvtColor</c> does within 1 of 255 levels, but in less time (docs/decisions/0012): chroma is that of the upper left of
/// four pixels.
/// </summary>
internal static class BgrToI420
{
    private const int AtOnce = 32;
    private const int Quarter = AtOnce / 4 * 3;
    private const int Bits = 15;
    private const int Half = 1 << (Bits - 1);
    private const sbyte No = -1;

    // BT.601's weights for blue, green and red in 32768ths; those of chroma add up to nothing.
    private static readonly (short Blue, short Green, short Red) Y = (3211, 16515, 8421);
    private static readonly (short Blue, short Green, short Red) U = (14385, -9535, -4850);
    private static readonly (short Blue, short Green, short Red) V = (-2326, -12059, 14385);

    /// <summary>Fills a picture of one channel, as wide and half as high again, with the planes of another one.</summary>
    /// <param name="picture">8-bit BGR; both sides even.</param>
    /// <param name="planes">What it becomes; made anew where it has another size.</param>
    public static unsafe void Convert(Mat picture, Mat planes)
    {
        if (!Avx2.IsSupported || picture.Width < AtOnce)
        {
            Cv2.CvtColor(picture, planes, ColorConversionCodes.BGR2YUV_I420);
            return;
        }

        var (width, height) = (picture.Width, picture.Height);
        planes.Create(height / 2 * 3, width, MatType.CV_8UC1);
        var luma = new Span<byte>(planes.DataPointer, width * height / 2 * 3);
        var us = luma.Slice(width * height, width * height / 4);
        var vs = luma[(width * height / 4 * 5)..];
        for (var y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<byte>(picture.Ptr(y).ToPointer(), width * 3);
            FillLuma(row, luma.Slice(y * width, width));
            if (y % 2 != 0) continue;
            var at = y / 2 * (width / 2);
            FillChroma(row, us.Slice(at, width / 2), vs.Slice(at, width / 2));
        }
    }

    // What is compiled ahead of time knows no AVX2, and unoptimised the first pictures would take long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillLuma(ReadOnlySpan<byte> row, Span<byte> values)
    {
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var value = ref MemoryMarshal.GetReference(values);
        var blueGreen = Places(0, No, 1, No, 3, No, 4, No, 6, No, 7, No, 9, No, 10, No);
        var red = Places(2, No, No, No, 5, No, No, No, 8, No, No, No, 11, No, No, No);
        var weights = new Weights(
            Pairs(Y.Blue, Y.Green, Y.Blue, Y.Green), Pairs(Y.Red, 0, Y.Red, 0), Vector256.Create((16 << Bits) + Half));
        var order = Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7);
        for (var i = 0; i < values.Length; i += AtOnce)
        {
            var at = (nuint)Math.Min(i, values.Length - AtOnce);
            var bytes = Packed(ref Unsafe.Add(ref first, 3 * at), blueGreen, red, weights);
            Avx2.PermuteVar8x32(bytes.AsInt32(), order).AsByte().StoreUnsafe(ref value, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillChroma(ReadOnlySpan<byte> row, Span<byte> us, Span<byte> vs)
    {
        ref var first = ref MemoryMarshal.GetReference(row);
        ref var u = ref MemoryMarshal.GetReference(us);
        ref var v = ref MemoryMarshal.GetReference(vs);
        var blueGreen = Places(0, No, 1, No, 6, No, 7, No, 0, No, 1, No, 6, No, 7, No);
        var red = Places(2, No, No, No, 8, No, No, No, 2, No, No, No, 8, No, No, No);
        var weights = new Weights(
            Pairs(U.Blue, U.Green, V.Blue, V.Green), Pairs(U.Red, 0, V.Red, 0), Vector256.Create((128 << Bits) + Half));

        // Each half holds two U, two V, two U, ...
        var parted = Vector128.Create((byte)0, 1, 4, 5, 8, 9, 12, 13, 2, 3, 6, 7, 10, 11, 14, 15);
        for (var i = 0; i < us.Length; i += AtOnce / 2)
        {
            var at = (nuint)Math.Min(i, us.Length - (AtOnce / 2));
            var bytes = Packed(ref Unsafe.Add(ref first, 6 * at), blueGreen, red, weights);
            var low = Vector128.Shuffle(bytes.GetLower(), parted).AsInt16();
            var high = Vector128.Shuffle(bytes.GetUpper(), parted).AsInt16();
            Sse2.UnpackLow(low, high).AsByte().StoreUnsafe(ref u, at);
            Sse2.UnpackHigh(low, high).AsByte().StoreUnsafe(ref v, at);
        }
    }

    // 32 pixels' values: in each half first those of four of the first eight pixels, then of four of the next eight, ...
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Packed(ref byte pixels, Vector256<byte> blueGreen, Vector256<byte> red, Weights weights) =>
        Avx2.PackUnsignedSaturate(
            Avx2.PackSignedSaturate(
                Weighted(ref pixels, 0, blueGreen, red, weights), Weighted(ref pixels, Quarter, blueGreen, red, weights)),
            Avx2.PackSignedSaturate(
                Weighted(ref pixels, 2 * Quarter, blueGreen, red, weights), Weighted(ref pixels, 3 * Quarter, blueGreen, red, weights)));

    // Eight pixels are 24 bytes: one half takes the first 16, the other the last 16.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Weighted(
        ref byte pixels, nuint at, Vector256<byte> blueGreen, Vector256<byte> red, Weights weights)
    {
        var bytes = Vector256.Create(Vector128.LoadUnsafe(ref pixels, at), Vector128.LoadUnsafe(ref pixels, at + 8));
        return (Avx2.MultiplyAddAdjacent(Avx2.Shuffle(bytes, blueGreen).AsInt16(), weights.BlueGreen)
            + Avx2.MultiplyAddAdjacent(Avx2.Shuffle(bytes, red).AsInt16(), weights.Red) + weights.Offset) >> Bits;
    }

    // The places of four pixels' values, in the upper half four bytes on.
    private static Vector256<byte> Places(params ReadOnlySpan<sbyte> places)
    {
        var low = Vector128.Create(places);
        return Vector256.Create(low, low + (Vector128.Create((sbyte)4) & Vector128.GreaterThanOrEqual(low, default))).AsByte();
    }

    private static Vector256<short> Pairs(short first, short second, short third, short fourth)
    {
        var half = Vector128.Create(first, second, first, second, third, fourth, third, fourth);
        return Vector256.Create(half, half);
    }

    /// <summary>What a value is made of: weights of blue and green, of red, and what is added.</summary>
    private readonly record struct Weights(Vector256<short> BlueGreen, Vector256<short> Red, Vector256<int> Offset);
}
