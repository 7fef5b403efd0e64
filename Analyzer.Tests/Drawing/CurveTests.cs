using Analyzer.Drawing;
using OpenCvSharp;

namespace Analyzer.Tests.Drawing;

public class CurveTests
{
    private static readonly Curve Curve = new(new Rect(10, 10, 11, 21), Places: 11, Low: 0, High: 10, Stroke: 1);

    [Theory]
    [InlineData("the bottom edge", 0, 30)]
    [InlineData("the middle", 5, 20)]
    [InlineData("the top edge", 10, 10)]
    [InlineData("below the bottom stays on it", -3, 30)]
    [InlineData("above the top stays on it", 12, 10)]
    public void A_value_has_its_row(string _, double value, double row) => Assert.Equal(row, Curve.RowOf(value));

    [Theory]
    [InlineData("all places", new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "###########")]
    [InlineData("few values end at the right edge", new double[] { 0, 0, 0 }, "........###")]
    [InlineData("no values", new double[] { }, "...........")]
    [InlineData("a gap", new[] { 0, 0, 0, double.NaN, 0, 0, 0, 0, 0, 0, 0 }, "###.#######")]
    public void Columns_are_drawn_where_there_are_values(string _, double[] values, string columns)
    {
        using var picture = new Mat(40, 40, MatType.CV_8UC3, Scalar.Black);

        Curve.Draw(Canvas.Of(picture), values, Colour.White);

        Assert.Equal(columns, string.Concat(Enumerable.Range(10, 11).Select(x => picture.At<Vec3b>(30, x).Item0 > 128 ? '#' : '.')));
        using var above = new Mat(picture, new Rect(0, 0, 40, 29));
        Assert.Equal(0, Cv2.Sum(above).Val0);
    }
}
