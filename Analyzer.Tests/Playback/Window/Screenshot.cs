using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Analyzer.Tests.Playback.Window;

/// <summary>What a window shows, asked of X itself.</summary>
internal static partial class Screenshot
{
    private const int AllPlanes = -1;
    private const int ZPixmap = 2;
    private const string X11 = "libX11.so.6";

    /// <summary>Takes it.</summary>
    /// <param name="window">The window's number.</param>
    /// <param name="size">Its size, pixels.</param>
    public static unsafe Mat Of(nint window, Size size)
    {
        var display = XOpenDisplay(null);
        var image = XGetImage(display, window, 0, 0, (uint)size.Width, (uint)size.Height, AllPlanes, ZPixmap);
        Assert.NotEqual(0, (nint)image);
        Assert.Equal(32, image->BitsPerPixel);
        var picture = new Mat();
        using (var pixels = Mat.FromPixelData(size.Height, size.Width, MatType.CV_8UC4, image->Data, image->BytesPerLine))
            Cv2.CvtColor(pixels, picture, ColorConversionCodes.BGRA2BGR);
        _ = XFree(image->Data);
        _ = XFree((nint)image);
        _ = XCloseDisplay(display);
        return picture;
    }

    [LibraryImport(X11, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint XOpenDisplay(string? name);

    [LibraryImport(X11)]
    private static unsafe partial Image* XGetImage(
        nint display, nint window, int x, int y, uint width, uint height, nint planes, int format);

    [LibraryImport(X11)]
    private static partial int XFree(nint data);

    [LibraryImport(X11)]
    private static partial int XCloseDisplay(nint display);

    /// <summary>The beginning of an XImage.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Image
    {
        public int Width;
        public int Height;
        public int Offset;
        public int Format;
        public nint Data;
        public int ByteOrder;
        public int BitmapUnit;
        public int BitmapBitOrder;
        public int BitmapPad;
        public int Depth;
        public int BytesPerLine;
        public int BitsPerPixel;
    }
}
