using OpenCvSharp;

namespace Analyzer.Tests.Support;

/// <summary>Golden (snapshot) tests: compares pictures and texts with the accepted ones in <c>Analyzer.Tests/Golden</c>.</summary>
public static class Golden
{
    /// <summary>A channel may differ by this much: anti-aliasing and scaling round differently from one processor to the next.</summary>
    private const int ToleratedDifference = 24;

    /// <summary>This share of the pixels may differ by more.</summary>
    private const double ToleratedShare = 0.0001;

    private const string HowToAccept = "accept it with ./test.sh --accept, after a look";

    private static bool Accepting => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    /// <summary>Fails where a picture is not the accepted one; leaves both and their difference in <c>artifacts/golden</c>.</summary>
    public static void Matches(string name, Mat actual)
    {
        var path = Accepted($"{name}.png");
        if (Accepting && !IsSame(path, actual)) Cv2.ImWrite(path, actual);
        if (IsSame(path, actual)) return;
        var left = Artifact($"{name}.actual.png");
        Cv2.ImWrite(left, actual);
        if (!File.Exists(path)) Assert.Fail($"There is no accepted picture {name}; look at {left}, {HowToAccept}.");
        WriteDifference(path, actual, Artifact($"{name}.difference.png"));
        Assert.Fail($"The picture {name} is not the accepted one; look at {left} and its difference beside it, {HowToAccept}.");
    }

    /// <summary>Fails where a text is not the accepted one; leaves it in <c>artifacts/golden</c>.</summary>
    public static void Matches(string name, string actual)
    {
        var path = Accepted($"{name}.txt");
        if (Accepting) File.WriteAllBytes(path, System.Text.Encoding.UTF8.GetBytes(actual));
        if (File.Exists(path) && File.ReadAllText(path) == actual) return;
        var left = Artifact($"{name}.actual.txt");
        File.WriteAllBytes(left, System.Text.Encoding.UTF8.GetBytes(actual));
        Assert.Fail($"The text {name} is not the accepted one; compare {left} with {path}, {HowToAccept}.");
    }

    private static string Accepted(string file) => Path.Combine(SharedFiles.RepositoryRoot, "Analyzer.Tests", "Golden", file);

    private static string Artifact(string file) =>
        Path.Combine(Directory.CreateDirectory(Path.Combine(SharedFiles.RepositoryRoot, "artifacts", "golden")).FullName, file);

    private static bool IsSame(string path, Mat actual)
    {
        if (!File.Exists(path)) return false;
        using var expected = Cv2.ImRead(path);
        if (expected.Size() != actual.Size()) return false;
        using var different = Difference(expected, actual);
        return Cv2.CountNonZero(different) <= ToleratedShare * different.Total();
    }

    private static Mat Difference(Mat expected, Mat actual)
    {
        using var difference = new Mat();
        Cv2.Absdiff(expected, actual, difference);
        var channels = Cv2.Split(difference);
        var most = new Mat();
        Cv2.Max(channels[0], channels[1], most);
        Cv2.Max(most, channels[2], most);
        Cv2.Threshold(most, most, ToleratedDifference, 255, ThresholdTypes.Binary);
        foreach (var channel in channels) channel.Dispose();
        return most;
    }

    private static void WriteDifference(string path, Mat actual, string to)
    {
        using var expected = Cv2.ImRead(path);
        if (expected.Size() != actual.Size()) return;
        using var different = Difference(expected, actual);
        using var picture = expected * 0.4;
        using var marked = picture.ToMat();
        marked.SetTo(Scalar.Red, different);
        Cv2.ImWrite(to, marked);
    }
}
