using Analyzer.Rewards;
using Analyzer.Rewards.Language;
using Analyzer.Rewards.Tracks;
using Analyzer.Tests.Rewards.Tracks;
using Analyzer.Tests.Support;
using FsCheck;
using FsCheck.Xunit;

namespace Analyzer.Tests.Rewards;

public sealed class RewardExpressionTests : IDisposable
{
    private static readonly RewardRows Rows = new(Runs.Small, hudSpeeds: [3, null, 4, null]);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("speed", 3.0, 1.25, 4.0, 0.0)]
    [InlineData("{throttle}", 2.0, 1.0, 1.0, 1.0)]
    [InlineData("prev(x)", 1.5, 1.5, 2.5, 4.5)]
    [InlineData("prev({x}, 2)", 1.5, 1.5, 1.5, 4.5)]
    [InlineData("is_offtrack", 0.0, 0.0, 1.0, 0.0)]
    [InlineData("done + 2 * all_wheels_on_track", 2.0, 2.0, 0.0, 3.0)]
    [InlineData("params['speed']", 3.0, 1.25, 4.0, 0.0)]
    [InlineData("params[\"x\"] + params[ 'x' ]", 3.0, 5.0, 7.0, 9.0)]
    [InlineData("prev(x) if params['is_offtrack'] else timestamp", 0.0, 0.0, 2.5, 0.0)]
    [InlineData("1 if steps < 3 else closest_waypoints[0]", 1.0, 1.0, null, 1.0)]
    [InlineData("note", 7.0, 8.0, null, 9.0)]
    [InlineData("note is None", 0.0, 0.0, 1.0, 0.0)]
    public void Names_are_the_row_s_readings(string expression, double? first, double? second, double? third, double? fourth) =>
        Assert.Equal([first, second, third, fourth], RewardExpression.Parse(expression, Rows).Evaluate("test").Values);

    [Theory]
    [InlineData("Odd", "2 * Odd if Odd < 9 else 9")]
    [InlineData("Odd", "2 * odd if odd < 9 else 9")]
    [InlineData("odd", "2 * odd if odd < 9 else 9")]
    public void A_cell_that_is_infinite_and_a_header_in_other_letters_leave_a_column_its_numbers(string name, string expression)
    {
        var rows = new RewardRows(Runs.WithColumn(name, ["1", "inf", "-inf", "2.5"], Runs.Small));

        var values = RewardExpression.Parse(expression, rows).Evaluate("test").Values;

        Assert.Equal((2.0, 9.0, 5.0), (values[0], values[1], values[3]));
    }

    [Theory]
    [InlineData("closest_waypoints[1] - closest_waypoints[0]", 1)]
    [InlineData("params['closest_waypoints'][-1]", 7)]
    [InlineData("waypoints[closest_waypoints[0]][0] == x", 1)]
    [InlineData("params['waypoints'][6][1] == y", 1)]
    [InlineData("distance_from_center + closest_waypoints[True]", 7)]
    public void With_a_track_its_lists_can_be_asked_for(string expression, double expected)
    {
        var track = new MadeUpTrack(1);
        var (x, y) = (track.Lines[6][0], track.Lines[6][1]);
        var trace = Some.Trace(Some.Row(x: x, y: y, closestWaypoint: 6));
        var rows = new RewardRows(trace, track: TrackSearch.Read(folder.Write("track.npy", Npy.Bytes(track.Lines)), trace));

        Assert.Equal(expected, RewardExpression.Parse(expression, rows).Evaluate("test").Values[0]!.Value, 1e-9);
    }

    [Theory]
    [InlineData(@"len('\x41\u00e9\U0001F600')", 3)]
    [InlineData(@"'\x41\101\u0041' == 'AAA'", 1)]
    [InlineData(@"'\q\\' == '\\q\\'", 1)]
    [InlineData("len('😀')", 1)]
    [InlineData("max('😀', '\uFF41') == '😀'", 1)]
    [InlineData("'ab' < 'abc' and 'b' > 'abc'", 1)]
    [InlineData("sum([0.1] * 10)", 1.0)]
    [InlineData("sum([1e100, 1.0, -1e100, 1])", 2.0)]
    [InlineData("sum([1, 2, 0.1, True, 0.2])", 4.3)]
    [InlineData("sum([1e308, 1e308, -1e308]) == inf", 1)]
    [InlineData("math.pow(2, 0.5) + pow(2, 3)", 9.414213562373095)]
    [InlineData("math.log10(1000) + log2(8)", 6)]
    [InlineData("math.tanh(0.5)", 0.46211715726000973)]
    [InlineData("math.sinh(1) - cosh(1)", -0.36787944117144245)]
    [InlineData("math.trunc(-2.7) + math.tau / math.pi", 0)]
    [InlineData("math.isnan(nan) + math.isinf(-math.inf)", 2)]
    public void What_it_means_is_what_it_means_in_python(string expression, double expected) =>
        Assert.Equal(expected, RewardExpression.Parse(expression, Rows).Evaluate("test").Values[0]!.Value, 1e-12);

    [Theory]
    [InlineData("1 / (steps - 2)", "1 row: division by zero, in row 1")]
    [InlineData("note * 2", "1 row: a missing reading (None) in `*`, in row 2")]
    [InlineData("note", "1 row: a missing reading (None), in row 2")]
    [InlineData("episode_status", "4 rows: gives a str, not a number, first in row 0")]
    [InlineData(
        "sqrt(2.5 - x) / (x - 1.5)",
        "2 rows: `sqrt` of a number outside its domain, first in row 2; 1 row: division by zero, in row 0")]
    [InlineData("1e308 * 10", "4 rows: gives no finite number, first in row 0")]
    [InlineData("'a' + 1", "4 rows: `+` does not go with str and int, first in row 0")]
    [InlineData("prev(x, -1)", "4 rows: `prev` of a number of rows that is not 0, 1, 2 and so on, first in row 0")]
    [InlineData("closest_waypoints[2]", "4 rows: `closest_waypoints` needs the track; give it with --track FILE.npy, first in row 0")]
    [InlineData("params['closest_objects'][0]", "4 rows: `closest_objects` is in no log: it holds no objects, first in row 0")]
    [InlineData("math.pow(0, -1)", "4 rows: `pow` of a number outside its domain, first in row 0")]
    [InlineData("math.pow(10, 400)", "4 rows: a number too large for a float, first in row 0")]
    public void Gaps_are_counted_and_explained_once(string expression, string expected) =>
        Assert.Equal(expected, RewardExpression.Parse(expression, Rows).Evaluate("test").Gaps?.Description);

    [Theory]
    [InlineData("speeed * 2", 1, "no column `speeed`; did you mean `speed`?")]
    [InlineData("1 + {Speed}", 6, "no column `Speed`; did you mean `speed`?")]
    [InlineData("{ wheel }", 3, "no column `wheel`")]
    [InlineData("track_width / 2", 1, "`track_width` needs the track; give it with --track FILE.npy")]
    [InlineData("distance_from_line", 1, "`distance_from_line` needs a racing line; give it with --line FILE.npy")]
    [InlineData("params['speeed']", 9, "no column `speeed`; did you mean `speed`?")]
    [InlineData("params[0]", 8, "`0` where a name should be: write `params['speed']`, or just `speed`")]
    [InlineData("params.get('x')", 7, "`.` where a name should be: write `params['speed']`, or just `speed`")]
    [InlineData(@"'a\x4'", 3, "`\\x4'` is no character: `\\x` takes 2 digits")]
    [InlineData(@"'\ud800'", 2, "`\\ud800` is no character: `\\u` takes 4 digits")]
    [InlineData(@"'\N{DASH}'", 2, "`\\N{...}` is not part of the language; write the character itself")]
    [InlineData("2 * sqroot(4)", 5, "no function `sqroot`; did you mean `sqrt`?")]
    [InlineData("math.abs(1)", 6, "no `math.abs` in this language; did you mean `fabs`?")]
    [InlineData("math.sqrt", 6, "`sqrt` is a function; write `math.sqrt(...)`")]
    [InlineData("abs + 1", 1, "`abs` is a function; write `abs(...)`")]
    [InlineData("speed(2)", 1, "`speed` is a column and cannot be called")]
    [InlineData("atan2(1)", 1, "`atan2` takes 2 values, not 1")]
    [InlineData("round()", 1, "`round` takes 1 to 2 values, not 0")]
    [InlineData("max()", 1, "`max` takes at least 1 value, not 0")]
    [InlineData("", 1, "an empty expression; for nothing write 0")]
    [InlineData("1 +", 4, "the end where a value should be")]
    [InlineData("* 2", 1, "`*` where a value should be")]
    [InlineData("(1 + 2", 7, "the end where `)` should close the bracket")]
    [InlineData("max(1, 2", 9, "the end where `)` should close `max(`")]
    [InlineData("1 2", 3, "`2` after the expression's end; an operator is missing before it")]
    [InlineData("1 if x", 7, "the end where `else` and a value should follow the condition")]
    [InlineData("x = 2", 3, "`=` sets nothing here; to compare, write `==`")]
    [InlineData("x > 1 && y", 7, "`&` is not part of the language; write `and`")]
    [InlineData("x ^ 2", 3, "`^` is not part of the language; a power is written `**`")]
    [InlineData("1 + not x", 5, "`not` binds loosely; here it needs brackets: `(not ...)`")]
    [InlineData("x is 3", 6, "`is` goes with None, True or False only; write `==`")]
    [InlineData("'abc", 1, "the text has no closing '")]
    [InlineData("{speed * 2", 1, "`{` has no closing `}`")]
    [InlineData("12px", 1, "`12px` is no number")]
    [InlineData("012", 1, "`012` is no number")]
    [InlineData("2j", 1, "`2j` is no number")]
    [InlineData("lambda", 1, "`lambda` where a value should be")]
    [InlineData("[i for i in (1, 2)]", 2, "no column `i`")]
    [InlineData("prev(3)", 6, "`3` where `prev` takes a column's name")]
    public void Mistakes_are_named_with_their_column(string expression, int column, string message)
    {
        var error = Assert.Throws<ExpressionException>(() => RewardExpression.Parse(expression, Rows));

        Assert.Equal((message, column), (error.Message, error.Column));
    }

    [Fact]
    public void The_excerpt_has_a_caret_under_the_place()
    {
        Assert.Equal("2 * speeed\n    ^", Assert.Throws<ExpressionException>(() => RewardExpression.Parse("2 * speeed", Rows)).Excerpt);
        var longer = new string('1', 100) + " + speeed + " + new string('2', 100);
        Assert.Equal(
            $"...{new string('1', 37)} + speeed + {new string('2', 31)}...\n{new string(' ', 43)}^",
            Assert.Throws<ExpressionException>(() => RewardExpression.Parse(longer, Rows)).Excerpt);
    }

    [Property]
    public bool Floor_division_and_modulo_belong_together(int left, int right) =>
        right == 0 || RewardExpression.Parse(
            $"1 / (({left} // {right}) * {right} + {left} % {right} == {left} and 0 <= ({left} % {right}) / {right} < 1)",
            Rows).Evaluate("test").Gaps is null;

    [Property]
    public bool Floats_are_read_as_they_are_written(NormalFloat number) =>
        RewardExpression.Parse(number.Get.ToString("R", System.Globalization.CultureInfo.InvariantCulture), Rows).Evaluate("test")
            .Values[0] == number.Get;
}
