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
internal sealed class I420Converter : IDisposable
{
    private const long LumaStep = 65536L * 255 / 219;

    // BT.601's weights in 65536ths of a step of luma.
    private const int RedByV = 89830;
    private const int BlueByU = 113537;
    private const int GreenByU = -22049;
    private const int GreenByV = -45756;

    // (step * place + rounding - (16 + 384 - 326) * 65536) >> 16 is place + (10773 * place - 31069 * 42) >> 16.
    private const short StepFraction = (short)(LumaStep - 65536);
    private const short Offset = -31069;
    private const short OffsetFactor = 42;
    private const int AtOnce = 16;

    private readonly Size size;
    private readonly Mat[] planes;
    private readonly short[] shifts;

    /// <summary>Prepares for frames of a size; asks for <see cref="Can"/>.</summary>
    public I420Converter(Size size)
    {
        this.size = size;
        planes = [.. Enumerable.Range(0, 3).Select(_ => new Mat(size, MatType.CV_8UC1))];
        shifts = new short[3 * size.Width];
    }

    /// <summary>Whether frames of this size can be converted on this processor.</summary>
    public static bool Can(Size size) => Avx2.IsSupported && size.Width >= AtOnce && size.Width % 2 == 0 && size.Height % 2 == 0;

    /// <summary>How many bytes a frame of a size takes.</summary>
    public static int BytesOf(Size size) => checked(size.Width * size.Height / 2 * 3);

    /// <summary>Fills <paramref name="frame"/> (BGR) with the frame that <paramref name="bytes"/> hold.</summary>
    public void Fill(Mat frame, ReadOnlySpan<byte> bytes)
    {
        var (width, pixels) = (size.Width, size.Width * size.Height);
        Span<byte> blue = planes[0].AsSpan<byte>(), green = planes[1].AsSpan<byte>(), red = planes[2].AsSpan<byte>();
        for (var y = 0; y < size.Height; y++)
        {
            if (y % 2 == 0)
            {
                var chroma = bytes.Slice(pixels + (y / 2 * (width / 2)), width / 2);
                SetShifts(chroma, bytes.Slice(pixels + (pixels / 4) + (y / 2 * (width / 2)), width / 2));
            }

            var luma = bytes.Slice(y * width, width);
            AddShifts(luma, shifts.AsSpan(0, width), blue.Slice(y * width, width));
            AddShifts(luma, shifts.AsSpan(width, width), green.Slice(y * width, width));
            AddShifts(luma, shifts.AsSpan(2 * width, width), red.Slice(y * width, width));
        }

        Cv2.Merge(planes, frame);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plane in planes) plane.Dispose();
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
        Sse2.UnpackLow(values, values).StoreUnsafe(ref row, 2 * at);
        Sse2.UnpackHigh(values, values).StoreUnsafe(ref row, (2 * at) + (nuint)Vector128<short>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddShifts(ReadOnlySpan<byte> luma, ReadOnlySpan<short> shifts, Span<byte> values)
    {
        ref var first = ref MemoryMarshal.GetReference(luma);
        ref var shift = ref MemoryMarshal.GetReference(shifts);
        ref var value = ref MemoryMarshal.GetReference(values);
        var weights = Vector256.Create(StepFraction | (Offset << 16)).AsInt16();
        var factor = Vector256.Create(OffsetFactor);
        for (var i = 0; i < luma.Length; i += AtOnce)
        {
            var at = (nuint)Math.Min(i, luma.Length - AtOnce);
            var place = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref first, at)) + Vector256.LoadUnsafe(ref shift, at);
            var low = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(place, factor), weights) >> 16;
            var high = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(place, factor), weights) >> 16;
            var sum = place + Avx2.PackSignedSaturate(low, high);
            Sse2.PackUnsignedSaturate(sum.GetLower(), sum.GetUpper()).StoreUnsafe(ref value, at);
        }
    }
}
