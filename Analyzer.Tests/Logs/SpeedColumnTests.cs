using System.Runtime.Versioning;
using System.Text;
using Analyzer.Logs;
using Analyzer.Platform;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs;

public sealed class SpeedColumnTests : IDisposable
{
    private const string LeaveAlone = "leave the log alone with --keep-log.";

    private readonly TempFolder folder = new();

    public static TheoryData<string, string, string> Edits => new()
    {
        { "Unix line ends", "yaw,steer\n1,2\n3,4\n", "yaw,speed,steer\n1,1.46,2\n3,,4\n" },
        { "Windows line ends, no last one", "yaw,steer\r\n1,2\r\n3,4", "yaw,speed,steer\r\n1,1.46,2\r\n3,,4" },
        { "a byte order mark", "\uFEFFyaw,steer\n1,2\n3,4\n", "\uFEFFyaw,speed,steer\n1,1.46,2\n3,,4\n" },
        { "yaw last", "steer,yaw\n1,2\n3,4\n", "steer,yaw,speed\n1,2,1.46\n3,4,\n" },
        {
            "quotes",
            "\"a,b\",\"yaw\",c\n\"1,1\",\"2\",3\n\"\"\"\",4,5\n",
            "\"a,b\",\"yaw\",speed,c\n\"1,1\",\"2\",1.46,3\n\"\"\"\",4,,5\n" },
        { "a list without quotes before it", "action,yaw\n[1, 2],3\n[4 5],6\n", "action,yaw,speed\n[1, 2],3,1.46\n[4 5],6,\n" },
        { "empty lines", "yaw\n\n1\n\n2\n\n", "yaw,speed\n\n1,1.46\n\n2,\n\n" },
        { "blank lines", "yaw,b\n1,2\n  \n3,4\n,\n\t", "yaw,speed,b\n1,1.46,2\n  \n3,,4\n,\n\t" },
        { "odd spaces", "a, yaw ,b\n 1 , 2 , 3 \n4,5,6\n", "a, yaw ,speed,b\n 1 , 2 ,1.46, 3 \n4,5,,6\n" },
        { "a last line that was cut off", "yaw,b\n1,2\n3,4\n5", "yaw,speed,b\n1,1.46,2\n3,,4\n5" },
        { "bytes that are no UTF-8", "yaw,b\n1,\u00ff\n3,4\n", "yaw,speed,b\n1,1.46,\u00ff\n3,,4\n" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_cells_go_after_yaw_and_all_else_stays(string what, string before, string after)
    {
        var encoding = what.StartsWith("bytes", StringComparison.Ordinal) ? Encoding.Latin1 : Encoding.UTF8;
        var path = folder.Write("log.csv", encoding.GetBytes(before));

        Assert.Equal(SpeedColumnOutcome.Written, SpeedColumn.Write(path, ["1.46", null], replaceExisting: false));

        Assert.Equal(after, encoding.GetString(File.ReadAllBytes(path)));
        Assert.Equal(before, encoding.GetString(File.ReadAllBytes($"{path}.bak")));
    }

    [Fact]
    public void A_column_that_is_there_stays_unless_it_is_to_be_replaced()
    {
        const string Before = "\"speed\",yaw\n\"9\",1\n8,2\n";
        var path = folder.Write("log.csv", Before);

        Assert.Equal(SpeedColumnOutcome.AlreadyThere, SpeedColumn.Write(path, ["1.46", null], replaceExisting: false));
        Assert.Equal(Before, File.ReadAllText(path));
        Assert.False(File.Exists($"{path}.bak"));

        Assert.Equal(SpeedColumnOutcome.Replaced, SpeedColumn.Write(path, ["1.46", null], replaceExisting: true));
        Assert.Equal("\"speed\",yaw\n1.46,1\n,2\n", File.ReadAllText(path));
        Assert.Equal(Before, File.ReadAllText($"{path}.bak"));

        Assert.Equal(SpeedColumnOutcome.Unchanged, SpeedColumn.Write(path, ["1.46", null], replaceExisting: true));
    }

    [Fact]
    public void The_untouched_log_is_kept_once()
    {
        var path = folder.Write("log.csv", "yaw\n1\n");

        SpeedColumn.Write(path, ["1.46"], replaceExisting: false);
        SpeedColumn.Write(path, ["1.47"], replaceExisting: true);
        folder.Write("log.csv", "yaw\n1\n");
        SpeedColumn.Write(path, ["1.48"], replaceExisting: false);

        Assert.Equal("yaw\n1\n", File.ReadAllText(SpeedColumn.UntouchedCopyOf(path)));
        Assert.Equal([path, $"{path}.bak"], Directory.GetFiles(folder.Root).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_file_called_as_the_untouched_log_stays_and_the_log_is_kept_beside_it()
    {
        var path = folder.Write("log.csv", "yaw\n1\n");
        folder.Write("log.csv.bak", "the first one");

        SpeedColumn.Write(path, ["1.46"], replaceExisting: false);
        SpeedColumn.Write(path, ["1.47"], replaceExisting: true);

        Assert.Equal("the first one", File.ReadAllText($"{path}.bak"));
        Assert.Equal($"{path}.2.bak", SpeedColumn.UntouchedCopyOf(path));
        Assert.Equal("yaw\n1\n", File.ReadAllText($"{path}.2.bak"));
        Assert.Equal([path, $"{path}.2.bak", $"{path}.bak"], Directory.GetFiles(folder.Root).Order(StringComparer.Ordinal));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Permissions_stay_even_those_of_a_log_that_is_read_only()
    {
        var path = folder.Write("log.csv", "yaw\n1\n");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.GroupRead;
        File.SetUnixFileMode(path, Mode);

        SpeedColumn.Write(path, ["1.46"], replaceExisting: false);

        Assert.Equal((Mode, Mode), (File.GetUnixFileMode(path), File.GetUnixFileMode($"{path}.bak")));
    }

    [Theory]
    [InlineData("yaw\n1\n2\n3\n")]
    [InlineData("yaw\n1\n")]
    [InlineData("yaw,b\n1\n2,2\n")]
    public void A_log_that_has_other_rows_by_now_is_left_alone(string content)
    {
        var path = folder.Write("log.csv", content);

        var error = Assert.Throws<RunException>(() => SpeedColumn.Write(path, ["1.46", null], replaceExisting: false));

        Assert.Equal(
            $"{path}: the log has changed while it was being analysed; start again when it is complete, or {LeaveAlone}",
            error.Message);
        Assert.Equal(content, File.ReadAllText(path));
    }

    [Fact]
    public void A_log_without_yaw_is_left_alone() =>
        Assert.Equal(
            $"{folder.Root}/log.csv, line 1: there is no column yaw to write the speed after; {LeaveAlone}",
            Assert.Throws<RunException>(() => SpeedColumn.Write(folder.Write("log.csv", "a\n1\n"), ["1.46"], false)).Message);

    [Fact]
    public void A_log_in_UTF16_is_left_alone() =>
        Assert.Equal(
            $"{folder.Root}/log.csv: the text is in UTF-16, expected UTF-8; save it as UTF-8, or {LeaveAlone}",
            Assert.Throws<RunException>(() => SpeedColumn.Write(
                folder.Write(
                    "log.csv",
                    [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("yaw\n1\n")]), ["1.46"], false)).Message);

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_may_not_be_written_to_is_one_clear_line()
    {
        var path = folder.Write("inside/log.csv", "yaw\n1\n");
        folder.Admit();
        File.SetUnixFileMode($"{folder.Root}/inside", (UnixFileMode)0b101_101_101);
        try
        {
            var error = Unprivileged.Run(
                () => Assert.Throws<RunException>(() => SpeedColumn.Write(path, ["1.46"], replaceExisting: false)));

            Assert.Equal(
                $"{path}: the speed column can't be written (permission denied); make the folder writable, or {LeaveAlone}", error.Message);
        }
        finally
        {
            File.SetUnixFileMode($"{folder.Root}/inside", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_log_whose_copy_can_not_be_kept_is_left_alone()
    {
        var path = folder.Write("log.csv", "yaw\n1\n");
        folder.Write("log.csv.bak/in the way");

        var error = Assert.Throws<RunException>(() => SpeedColumn.Write(path, ["1.46"], replaceExisting: false));

        Assert.StartsWith($"{path}: the speed column can't be written (", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"; make the folder writable, or {LeaveAlone}", error.Message, StringComparison.Ordinal);
        Assert.Equal("yaw\n1\n", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    public void Dispose() => folder.Dispose();
}
