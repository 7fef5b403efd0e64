using Analyzer.Logs;
using OpenCvSharp;

namespace Analyzer.Playback;

/// <summary>
/// Any frame of a video by its number. Frames decoded last are kept, so that a step back costs nothing; one further back is
/// decoded from somewhat before it, so that the next steps back are there already.
/// </summary>
public sealed class VideoFrames : IDisposable
{
    private const int Kept = 64;
    private const int DecodedBefore = 30;
    private const int CheaperThanASeek = 60;

    private readonly string path;
    private readonly VideoCapture video;
    private readonly Mat[] frames = new Mat[Kept];
    private readonly int[] numbers = new int[Kept];
    private int next;

    /// <summary>Opens a video.</summary>
    /// <param name="path">The video's file.</param>
    /// <exception cref="RunException">It can't be opened as a video.</exception>
    public VideoFrames(string path)
    {
        this.path = path;
        video = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        if (!video.IsOpened())
        {
            video.Dispose();
            throw new RunException($"{path}: not a video that can be read; download it again or name another with --video.");
        }

        for (var i = 0; i < Kept; i++) frames[i] = new Mat();
        Array.Fill(numbers, -1);
    }

    /// <summary>The video's own size in pixels.</summary>
    public Size Size => new(video.FrameWidth, video.FrameHeight);

    /// <summary>A frame's pixels (BGR). They stay the source's own, and change once some other frames have been asked for.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="RunException">The video has no such frame, or can't be read there.</exception>
    public Mat Get(int number)
    {
        if (numbers[number % Kept] == number) return frames[number % Kept];
        if (number < next || number > next + CheaperThanASeek) Seek(Math.Max(0, number - DecodedBefore));
        while (next <= number) Decode();
        return frames[number % Kept];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        video.Dispose();
        foreach (var frame in frames) frame.Dispose();
    }

    private void Seek(int number)
    {
        video.Set(VideoCaptureProperties.PosFrames, number);
        next = number;
    }

    private void Decode()
    {
        var place = next % Kept;
        numbers[place] = -1;
        if (!video.Read(frames[place])) throw new RunException($"{path}: frame {next} can't be read; download the video again.");
        numbers[place] = next++;
    }
}
