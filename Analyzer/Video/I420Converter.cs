using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OpenCvSharp;

namespace Analyzer.Video;

/// <summary>
/// Converts I420 (planar YUV 4:2:0: luma, then two planes of chroma at half the size; BT.601, limited range) to BGR, bit-exact to OpenCV's
/// frames: by the tables of libswscale (yuv2rgb.c, <c>ff_yuv2rgb_c_init_tables</c>), where blue, green and red are each that of a luma
/// which the two chroma values shift up or down.
/// </summary>
internal sealed class I420Converter
{
    // BT.601's weights in 65536ths of a step of luma.
    private const int RedByV = 89830;
    private const int BlueByU = 113537;
    private const int GreenByU = -22049;
    private const int GreenByV = -45756;

    // A colour is (step * place + rounding - (16 + 384 - 326) * 65536) >> 16, step 76309. With places counted in 32nds from 547 of them on
    // that is place + (place * 10770 >> 16), a whole number of 32nds left out, for all places from -260 to 519.
    private const int PlaceBits = 5;
    private const short FirstPlace = 547;
    private const short StepFraction = 10770;
    private const int AtOnce = 16;

    // Where in a run of 16 bytes of BGR each one is from: every third byte is of one colour.
    private static readonly Vector128<byte>[] Orders =
    [
        .. Enumerable.Range(0, 9).Select(place => Vector128.Create([
            .. Enumerable.Range(place / 3 * AtOnce, AtOnce).Select(i => i % 3 == place % 3 ? (byte)(i / 3) : byte.MaxValue)])),
    ];

    private readonly Size size;
    private readonly short[] shifts;

    /// <summary>Prepares for frames of a size; asks for <see cref="Can"/>.</summary>
    public I420Converter(Size size)
    {
        this.size = size;
        shifts = new short[3 * size.Width];
    }

    /// <summary>Whether frames of this size can be converted on this processor.</summary>
    public static bool Can(Size size) => Avx2.IsSupported && size.Width >= AtOnce && size.Width % 2 == 0 && size.Height % 2 == 0;

    /// <summary>How many bytes a frame of a size takes.</summary>
    public static int BytesOf(Size size) => checked(size.Width * size.Height / 2 * 3);

    /// <summary>Fills <paramref name="frame"/> (BGR) with the frame that <paramref name="bytes"/> hold.</summary>
    public unsafe void Fill(Mat frame, ReadOnlySpan<byte> bytes)
    {
        var (width, pixels) = (size.Width, size.Width * size.Height);
        frame.Create(size, MatType.CV_8UC3);
        for (var y = 0; y < size.Height; y++)
        {
            if (y % 2 == 0)
            {
                var chroma = bytes.Slice(pixels + (y / 2 * (width / 2)), width / 2);
                SetShifts(chroma, bytes.Slice(pixels + (pixels / 4) + (y / 2 * (width / 2)), width / 2));
            }

            FillRow(bytes.Slice(y * width, width), new Span<byte>(frame.Ptr(y).ToPointer(), 3 * width));
        }
    }

    // What is compiled ahead of time knows no AVX2, and unoptimised the first frames would take long.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SetShifts(ReadOnlySpan<byte> us, ReadOnlySpan<byte> vs)
    {
        ref var firstU = ref MemoryMarshal.GetReference(us);
        ref var firstV = ref MemoryMarshal.GetReference(vs);
        ref var blue = ref shifts[0];
        ref var green = ref shifts[size.Width];
        ref var red = ref shifts[2 * size.Width];
        for (var i = 0; i < us.Length; i += AtOnce / 2)
        {
            var at = (nuint)Math.Min(i, us.Length - (AtOnce / 2));
            var u = Wide(ref firstU, at);
            var v = Wide(ref firstV, at);
            Twice(Shift(u, BlueByU), ref blue, at);
            Twice(Shift(u, GreenByU) + Shift(v, GreenByV), ref green, at);
            Twice(Shift(v, RedByV), ref red, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Wide(ref byte row, nuint at) =>
        Vector128.WidenLower(Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(ref Unsafe.Add(ref row, at))).AsByte()).AsInt16();

    // (chroma * weight >> 16) - (weight >> 9), the weight as a whole number and a fraction that 16 bits hold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Shift(Vector128<short> chroma, int weight)
    {
        var whole = (short)((weight + 32768) >> 16);
        var fraction = Vector128.Create((short)(weight - (whole << 16)));
        return (chroma * whole) + Sse2.MultiplyHigh(chroma, fraction) - Vector128.Create((short)(weight >> 9));
    }

    // Two neighbouring pixels share one chroma sample.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Twice(Vector128<short> values, ref short row, nuint at)
    {
        values = (values << PlaceBits) - Vector128.Create(FirstPlace);
        Sse2.UnpackLow(values, values).StoreUnsafe(ref row, 2 * at);
        Sse2.UnpackHigh(values, values).StoreUnsafe(ref row, (2 * at) + (nuint)Vector128<short>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillRow(ReadOnlySpan<byte> luma, Span<byte> pixels)
    {
        ref var first = ref MemoryMarshal.GetReference(luma);
        ref var pixel = ref MemoryMarshal.GetReference(pixels);
        ref var shift = ref shifts[0];
        ref var orders = ref Orders[0];
        for (var i = 0; i < luma.Length; i += AtOnce)
        {
            var at = (nuint)Math.Min(i, luma.Length - AtOnce);
            var values = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref first, at)) << PlaceBits;
            var blue = Colour(values + Vector256.LoadUnsafe(ref shift, at));
            var green = Colour(values + Vector256.LoadUnsafe(ref shift, at + (nuint)luma.Length));
            var red = Colour(values + Vector256.LoadUnsafe(ref shift, at + (2 * (nuint)luma.Length)));
            Interleaved(blue, green, red, ref orders).StoreUnsafe(ref pixel, 3 * at);
            Interleaved(blue, green, red, ref Unsafe.Add(ref orders, 3)).StoreUnsafe(ref pixel, (3 * at) + AtOnce);
            Interleaved(blue, green, red, ref Unsafe.Add(ref orders, 6)).StoreUnsafe(ref pixel, (3 * at) + (2 * AtOnce));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Colour(Vector256<short> place)
    {
        var value = Avx2.AddSaturate(place, Avx2.MultiplyHigh(place, Vector256.Create(StepFraction))) >> PlaceBits;
        return Sse2.PackUnsignedSaturate(value.GetLower(), value.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Interleaved(
        Vector128<byte> blue, Vector128<byte> green, Vector128<byte> red, ref Vector128<byte> orders) =>
        Ssse3.Shuffle(blue, orders)
        | Ssse3.Shuffle(green, Unsafe.Add(ref orders, 1))
        | Ssse3.Shuffle(red, Unsafe.Add(ref orders, 2));
}
