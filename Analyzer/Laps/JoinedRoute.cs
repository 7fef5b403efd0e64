using System.Collections.Immutable;

namespace Analyzer.Laps;

/// <summary>A piece of the joined lap (the theoretical best lap) as it is played.</summary>
/// <param name="Number">From 1, in the order of playing.</param>
/// <param name="Lap">Number of the lap that drove it.</param>
/// <param name="FirstFrame">The first frame of the video that shows it.</param>
/// <param name="LastFrame">The last.</param>
internal sealed record JoinedPiece(int Number, int Lap, int FirstFrame, int LastFrame);

/// <summary>The joined lap as it is played: the video's frames of its pieces, one piece after the other.</summary>
internal sealed class JoinedRoute
{
    /// <summary>Finds the frames.</summary>
    /// <param name="pieces">The pieces in their order: lap, first and last row of the log.</param>
    /// <param name="landmarks">The run.</param>
    public JoinedRoute(IEnumerable<(int Lap, int FromRow, int ToRow)> pieces, Landmarks landmarks)
    {
        Pieces =
        [
            .. pieces.Select((piece, index) =>
            {
                var (first, last) = landmarks.FramesOf(piece.FromRow, piece.ToRow);
                return new JoinedPiece(index + 1, piece.Lap, first, last);
            }),
        ];

        // Where the video lost pictures, two pieces may begin with the same one: it is shown once, or playing would never end.
        Frames = [.. Pieces.SelectMany(piece => Enumerable.Range(piece.FirstFrame, piece.LastFrame - piece.FirstFrame + 1)).Distinct()];
    }

    /// <summary>The pieces, one at least.</summary>
    public ImmutableArray<JoinedPiece> Pieces { get; }

    /// <summary>The video's frames in the order of playing.</summary>
    public ImmutableArray<int> Frames { get; }

    /// <summary>The piece that a frame belongs to; null outside the joined lap.</summary>
    public JoinedPiece? PieceAt(int frame)
    {
        foreach (var piece in Pieces)
            if (frame >= piece.FirstFrame && frame <= piece.LastFrame) return piece;

        return null;
    }

    /// <summary>The first frame of the next piece; null in the last one, and outside the joined lap.</summary>
    public int? Next(int frame) => PieceAt(frame) is { } here && here.Number < Pieces.Length ? Pieces[here.Number].FirstFrame : null;

    /// <summary>
    /// The first frame of this piece, or within its first frames of the one before, at most of the first one; null outside the joined lap.
    /// </summary>
    /// <param name="frame">The frame shown.</param>
    /// <param name="firstFrames">How many count as the first.</param>
    public int? Previous(int frame, int firstFrames) => PieceAt(frame) is not { } here ? null
        : Pieces[frame - here.FirstFrame > firstFrames || here.Number == 1 ? here.Number - 1 : here.Number - 2].FirstFrame;

    /// <summary>
    /// The frame some frames on from another along the joined lap, or back: at most its last or first. Outside the joined lap, along
    /// the video.
    /// </summary>
    public int Moved(int frame, int by)
    {
        var place = Frames.IndexOf(frame);
        return place < 0 ? frame + by : Frames[Math.Clamp(place + by, 0, Frames.Length - 1)];
    }
}
