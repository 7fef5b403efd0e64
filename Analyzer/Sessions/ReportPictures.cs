using System.Collections.Immutable;
using Analyzer.Laps;
using Analyzer.Reports.Analyses;
using Analyzer.Reports.Page;
using Analyzer.Video;
using OpenCvSharp;

namespace Analyzer.Sessions;

/// <summary>Takes the pictures for a report's page out of the video.</summary>
internal static class ReportPictures
{
    private const int MaxPictures = 3;
    private const int Width = 360;
    private const int Quality = 80;

    /// <summary>One of each of the first opportunities, in the lap that lost most there; none without a video.</summary>
    public static ImmutableArray<SectionPicture> Of(Session session, Report report)
    {
        if (session.Timeline is null) return [];
        using var frames = new VideoFrames(session.Run.VideoPath, null);
        return
        [
            .. report.Opportunities.Take(MaxPictures)
                .Select(number => Of(frames, report, report.Sections[number - 1]))
                .OfType<SectionPicture>(),
        ];
    }

    private static SectionPicture? Of(VideoFrames frames, Report report, SectionFigures section)
    {
        var slowest = section.Laps.Where(passage => report.Laps[passage.Lap - 1].Completed).MaxBy(passage => passage.Seconds);
        if (slowest?.Frame is not { } frame) return null;
        var picture = frames.GetFrame(frame);
        using var small = picture.Resize(new Size(Width, picture.Height * Width / picture.Width), 0, 0, InterpolationFlags.Area);
        var jpeg = small.ImEncode(".jpg", new ImageEncodingParam(ImwriteFlags.JpegQuality, Quality));
        return new SectionPicture(section.Section, slowest.Lap, jpeg);
    }
}
