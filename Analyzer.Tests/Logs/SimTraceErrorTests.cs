using System.Runtime.Versioning;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class SimTraceErrorTests : IDisposable
{
    private const string ChooseAnother = "choose the evaluation's sim-trace CSV with --log FILE.";
    private const string Repair = "download the log again, or repair the line.";

    private readonly TempFolder folder = new();

    public static TheoryData<string, string> BadLogs => new()
    {
        { "", $"LOG: the file is empty, expected a sim-trace log; {ChooseAnother}" },
        { "\n\n", $"LOG: the file is empty, expected a sim-trace log; {ChooseAnother}" },
        { "  \n\t\n,,\n", $"LOG: the file is empty, expected a sim-trace log; {ChooseAnother}" },
        { Some.Header, $"LOG: there is a header but no complete row, expected one row a step; {ChooseAnother}" },
        { Some.Log("0,1.0"), $"LOG: there is a header but no complete row, expected one row a step; {ChooseAnother}" },
        { "\u001f\u0008\u0000\u0001,a", $"LOG: this is not a text file, expected a sim-trace log; {ChooseAnother}" },
        {
            Some.Log(Some.Line).Replace("tstamp", "time", StringComparison.Ordinal).Replace(",yaw", "", StringComparison.Ordinal),
            "LOG, line 1: the columns are episode,steps,X,Y,steer,throttle,action,reward,done,all_whee..., " +
            $"expected a sim-trace header; missing: yaw, tstamp; {ChooseAnother}"
        },
        {
            "episode;steps;X\n0;1;0,5\n",
            "LOG, line 1: the columns are episode,steps,X, expected a sim-trace header; missing: Y, " +
            $"yaw, steer, throttle, progress, closest_waypoint, track_len, tstamp; {ChooseAnother}"
        },
        {
            "sep=;\nepisode;steps;X\n0;1;0,5\n",
            "LOG, line 2: the columns are episode,steps,X, expected a sim-trace header; missing: Y, " +
            $"yaw, steer, throttle, progress, closest_waypoint, track_len, tstamp; {ChooseAnother}"
        },
        { Some.Log(Some.Line, "0,1.0,2.0", Some.Line), $"LOG, line 3: the number of fields is 3, expected 17 as in the header; {Repair}" },
        { Some.Log(Some.Line + ",9"), $"LOG, line 2: the number of fields is 18, expected 17 as in the header; {Repair}" },
        { Some.Log(Some.LineWith("X", "abc")), $"LOG, line 2: X is \"abc\", expected a number; {Repair}" },
        { Some.Log("", Some.LineWith("Y", "")), $"LOG, line 3: Y is \"\", expected a number; {Repair}" },
        { Some.Log(Some.LineWith("yaw", "\"a \"\"b\"\"\"")), $"LOG, line 2: yaw is \"a \"b\"\", expected a number; {Repair}" },
        { Some.Log(Some.LineWith("steps", "1.5")), $"LOG, line 2: steps is \"1.5\", expected a whole number; {Repair}" },
        {
            Some.Log(Some.LineWith("episode", "99999999999")),
            $"LOG, line 2: episode is \"99999999999\", expected a whole number; {Repair}" },
        { Some.Log(Some.LineWith("action", "left")), $"LOG, line 2: action is \"left\", expected a whole number; {Repair}" },
        {
            Some.Log(Some.LineWith("closest_waypoint", "nan")),
            $"LOG, line 2: closest_waypoint is \"nan\", expected a whole number; {Repair}" },
        { Some.Log(Some.LineWith("tstamp", "inf")), $"LOG, line 2: tstamp is \"inf\", expected seconds; {Repair}" },
        { Some.Log(Some.LineWith("tstamp", "1e300")), $"LOG, line 2: tstamp is \"1e300\", expected seconds; {Repair}" },
        { Some.Log(Some.LineWith("done", "maybe")), $"LOG, line 2: done is \"maybe\", expected True or False; {Repair}" },
        { Some.Log(Some.Line, Some.Header.ToUpperInvariant()), $"LOG, line 3: tstamp is \"TSTAMP\", expected a number; {Repair}" },
        { Some.Log("\"" + Some.Line, Some.Line), $"LOG, line 2: the number of fields is 1, expected 17 as in the header; {Repair}" },
        {
            Some.Log(Enumerable.Range(6, 20).Select(step =>
                Some.LineWith("tstamp", $"{step}.0").Replace("0,1.0", $"{step % 2},{step}.0", StringComparison.Ordinal))),
            "LOG: the rows of several laps lie among each other, expected each lap's together; " +
            "sort the lines by episode and steps, or download the log again."
        },
        {
            Some.Log(Some.LineWith("reward", new string('x', 100))),
            $"LOG, line 2: reward is \"{new string('x', 60)}...\", expected a number; {Repair}"
        },
    };

    [Theory]
    [MemberData(nameof(BadLogs))]
    public void A_bad_log_is_one_clear_line(string content, string message)
    {
        var path = folder.Write("log.csv", content);

        var error = Assert.Throws<RunException>(() => SimTraceReader.Read(path));

        Assert.Equal(message, error.Message.Replace(path, "LOG", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_missing_log_is_one_clear_line() =>
        Assert.Equal(
            $"{folder.Root}/none.csv: there is no such file; {ChooseAnother}",
            Assert.Throws<RunException>(() => SimTraceReader.Read($"{folder.Root}/none.csv")).Message);

    [Fact]
    public void A_folder_in_place_of_a_log_is_one_clear_line() =>
        Assert.Equal(
            $"{folder.Root}: this is a folder, expected a file; {ChooseAnother}",
            Assert.Throws<RunException>(() => SimTraceReader.Read(folder.Root)).Message);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_log_that_may_not_be_read_is_one_clear_line()
    {
        var path = folder.Write("log.csv", Some.Log(Some.Line));
        folder.Admit();
        File.SetUnixFileMode(path, UnixFileMode.None);

        var error = Unprivileged.Run(() => Assert.Throws<RunException>(() => SimTraceReader.Read(path)));

        Assert.Equal($"{path}: the file can't be read (permission denied); {ChooseAnother}", error.Message);
    }

    public void Dispose() => folder.Dispose();
}
