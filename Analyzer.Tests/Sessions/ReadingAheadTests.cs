using System.Globalization;
using Analyzer.Laps;
using Analyzer.Platform;
using Analyzer.Sessions;
using Analyzer.Sync;
using Analyzer.Tests.Support;
using Spectre.Console.Testing;

namespace Analyzer.Tests.Sessions;

/// <summary>A run that is shown while its video is still being read.</summary>
public sealed class ReadingAheadTests
{
    private static readonly IProgress<Progress> Nobody = new Progress<Progress>();

    [Fact]
    public void What_is_known_of_a_frame_stays_as_it_is_until_all_is_read()
    {
        using var run = SampleRun.Unread();
        var (session, unread) = Open(run);
        Assert.Equal((SampleRun.FrameCount, 0), (session.Timeline!.FrameCount, session.Timeline.FramesRead));
        var known = new List<Session>();

        var whole = session.With(
            unread!.Read(grown => known.Add(session.With(grown, CancellationToken.None)), Nobody, CancellationToken.None),
            CancellationToken.None);

        Assert.True(known.Count >= 4, $"{known.Count} times");
        Assert.Equal(known.Select(part => part.Timeline!.FramesRead).Order(), known.Select(part => part.Timeline!.FramesRead));
        Assert.All(known, part => AssertSameBeginning(whole, part));
    }

    [Fact]
    public void When_all_is_read_everything_is_as_after_a_scan()
    {
        using var scanned = SampleRun.Unread();
        using var played = SampleRun.Unread();
        Session.Open(RequestFor(scanned), Quiet(), CancellationToken.None);
        var (_, unread) = Open(played);

        unread!.Read(_ => { }, Nobody, CancellationToken.None);

        Assert.Equal(FolderState.Of(scanned.Model), FolderState.Of(played.Model));
    }

    [Fact]
    public void A_pass_that_is_ended_keeps_nothing()
    {
        using var run = SampleRun.Unread();
        var before = FolderState.Of(run.Model);
        var (_, unread) = Open(run);
        using var end = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => unread!.Read(_ => end.Cancel(), Nobody, end.Token));

        Assert.Equal(before, FolderState.Of(run.Model));
    }

    [Fact]
    public void Where_the_readings_were_kept_nothing_is_left_to_read()
    {
        using var run = SampleRun.Read();

        Assert.Null(Open(run).Unread);
    }

    [Fact]
    public void The_readings_kept_of_a_long_run_are_locked_behind_its_first_picture()
    {
        using var run = SampleRun.Read();
        Lengthen(run.Log);
        var expected = run.Open().Timeline!;

        var (session, unread) = Open(run);
        Assert.Equal(0, session.Timeline!.FramesRead);
        var whole = unread!.Read(_ => Assert.Fail("The video is read again."), Nobody, CancellationToken.None);

        var timeline = whole.Evaluation.Timeline;
        Assert.Equal(expected.Readings, timeline.Readings);
        Assert.Equal(RowsOf(expected), RowsOf(timeline));
        Assert.Contains(RowsOf(timeline), row => row is not null);
    }

    [Fact]
    public void Another_runs_log_is_refused_when_that_is_known()
    {
        using var run = SampleRun.Unread();
        File.Copy(SampleRun.LogIn(SampleRun.Earlier), run.Log, overwrite: true);
        var (_, unread) = Open(run);

        var error = Assert.Throws<RunException>(() => unread!.Read(_ => { }, Nobody, CancellationToken.None));

        Assert.Contains("The log is not this video's", error.Message, StringComparison.Ordinal);
    }

    private static void AssertSameBeginning(Session whole, Session part)
    {
        var (all, some) = (whole.Timeline!, part.Timeline!);
        var last = -1;
        for (var frame = 0; frame < some.FramesRead; frame++)
        {
            Assert.Equal(all.RowAt(frame)?.Index, some.RowAt(frame)?.Index);
            Assert.Equal(all.Readings[frame], some.Readings[frame]);
            last = some.RowAt(frame)?.Index ?? last;
        }

        Assert.Equal(
            whole.Rewards.Table.Series.Select(series => series.Values.Take(last + 1)),
            part.Rewards.Table.Series.Select(series => series.Values.Take(last + 1)));
        Assert.Equal(SecondsOf(whole.Laps.Times), SecondsOf(part.Laps.Times));
    }

    private static IEnumerable<int?> RowsOf(Timeline timeline) =>
        Enumerable.Range(0, timeline.FrameCount).Select(frame => timeline.RowAt(frame)?.Index);

    /// <summary>Appends later laps to a log, some 20,000 rows.</summary>
    private static void Lengthen(string log)
    {
        const int Times = 26;
        var lines = File.ReadAllLines(log);
        var columns = lines[0].Split(',');
        var (episode, time) = (Array.IndexOf(columns, "episode"), Array.IndexOf(columns, "tstamp"));
        string Later(string line, int round)
        {
            var fields = line.Split(',');
            fields[episode] = Shifted(fields[episode], 100 * round);
            fields[time] = Shifted(fields[time], 1000 * round);
            return string.Join(',', fields);
        }

        File.AppendAllLines(log, Enumerable.Range(1, Times).SelectMany(round => lines[1..].Select(line => Later(line, round))));
    }

    private static string Shifted(string number, int by) =>
        (decimal.Parse(number, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<double> SecondsOf(LapTimes times) => times.Trace.Laps.Select(times.SecondsOf);

    private static (Session Session, UnreadVideo? Unread) Open(SampleRun run) =>
        Session.OpenAtOnce(RequestFor(run), Quiet(), isWatched: () => true, TestContext.Current.CancellationToken);

    private static SessionRequest RequestFor(SampleRun run) => new(new RunSelection(run.Model, null, null, null, KeepLog: false));

    private static Terminal Quiet() => new(new TestConsole(), new TestConsole(), TimeProvider.System);
}
