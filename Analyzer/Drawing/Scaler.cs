using OpenCvSharp;
using OpenCvSharp.Internal;

namespace Analyzer.Drawing;

/// <summary>
/// Scales pictures into one of fixed size, bilinearly: by <see cref="Enlarger"/> where that can, else by OpenCV's <c>resize</c>, called
/// below its wrappers, which allocate with every call.
/// </summary>
internal sealed class Scaler : IDisposable
{
    private readonly Mat to;
    private readonly nint output;
    private (Size From, Enlarger Enlarger)? prepared;

    /// <summary>Prepares it.</summary>
    /// <param name="to">The picture to fill, 8-bit BGR, which must outlive the scaler.</param>
    public Scaler(Mat to)
    {
        this.to = to;
        NativeMethods.HandleException(NativeMethods.core_OutputArray_new_byMat(to.CvPtr, out output));
    }

    /// <summary>Fills the picture with another one.</summary>
    public void Scale(Mat from)
    {
        var size = from.Size();
        if (prepared?.From != size) prepared = Enlarger.Can(size, to.Size()) ? (size, new Enlarger(size, to.Size())) : null;
        if (prepared is { } known) known.Enlarger.Enlarge(from, to);
        else Resize(from);
    }

    /// <inheritdoc/>
    public void Dispose() => NativeMethods.HandleException(NativeMethods.core_OutputArray_delete(output));

    private void Resize(Mat from)
    {
        NativeMethods.HandleException(NativeMethods.core_InputArray_new_byMat(from.CvPtr, out var input));
        var status = NativeMethods.imgproc_resize(input, output, to.Size(), 0, 0, (int)InterpolationFlags.Linear);
        NativeMethods.HandleException(NativeMethods.core_InputArray_delete(input));
        NativeMethods.HandleException(status);
        GC.KeepAlive(from);
    }
}
