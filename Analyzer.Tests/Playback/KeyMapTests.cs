using Analyzer.Laps;
using Analyzer.Overlays;
using Analyzer.Playback;
using Analyzer.Playback.Window;

namespace Analyzer.Tests.Playback;

public sealed class KeyMapTests
{
    private static readonly PlayerState Here = new() { Frame = 100 };
    private static readonly PlayerState TheEnd = new() { Frame = 199, Ended = true };

    private static readonly (string Sentence, string Keys, PlayerState Before, PlayerState After)[] Table =
    [
        ("Q quits", "Q", Here, Here with { Quit = true }),
        ("Esc quits", "Esc", Here, Here with { Quit = true }),
        ("P pauses", "P", Here, Here with { Paused = true }),
        ("P resumes", "P P", Here, Here),
        ("Space pauses, P resumes", "Space P", Here, Here),
        ("H shows the help", "H", Here, Here with { Help = true }),
        ("H hides the help", "H H", Here, Here),
        ("H hides the help and the pause from before stays", "P H H", Here, Here with { Paused = true }),
        ("N is one frame a second slower", "N", Here, Set(it => it with { FramesPerSecond = 14 })),
        ("N stops at 1", Times(20, "N"), Here, Set(it => it with { FramesPerSecond = 1 })),
        ("M is one frame a second faster", "M", Here, Set(it => it with { FramesPerSecond = 16 })),
        ("M stops at 100", Times(100, "M"), Here, Set(it => it with { FramesPerSecond = 100 })),
        ("A hides the action space", "A", Here, Set(it => it with { ShowActionSpace = false })),
        ("A shows it again", "A A", Here, Here),
        ("S hides the heatmap", "S", Here, Set(it => it with { ShowHeatmap = false })),
        ("S shows it again", "S S", Here, Here),
        ("D hides the panel", "D", Here, Set(it => it with { ShowPanel = false })),
        ("D shows it again", "D D", Here, Here),
        ("D leaves it as it is while a recording runs", "R D", Here,
            Here with { Recording = true, Notice = "The panel stays as it is while a recording runs" }),
        ("T hides the notes", "T", Here, Set(it => it with { ShowNotes = false })),
        ("T shows them again", "T T", Here, Here),
        ("0 jumps to the start", "0", Here, At(0)),
        ("1 jumps to 10 %", "1", Here, At(20)),
        ("2 jumps to 20 %", "2", Here, At(40)),
        ("3 jumps to 30 %", "3", Here, At(60)),
        ("4 jumps to 40 %", "4", Here, At(80)),
        ("5 jumps to 50 %", "5", Here, At(100)),
        ("6 jumps to 60 %", "6", Here, At(120)),
        ("7 jumps to 70 %", "7", Here, At(140)),
        ("8 jumps to 80 %", "8", Here, At(160)),
        ("9 jumps to 90 %", "9", Here, At(180)),
        ("comma goes one frame back and pauses", ",", Here, At(99) with { Paused = true }),
        ("comma stays at the first frame", ",", At(0), At(0) with { Paused = true }),
        ("full stop goes one frame on and pauses", ".", Here, At(101) with { Paused = true }),
        ("full stop stays at the last frame", ".", At(199), At(199) with { Paused = true }),
        ("Left goes one second back", "Left", Here, At(90)),
        ("Left stops at the first frame", "Left", At(4), At(0)),
        ("Right goes one second on", "Right", Here, At(110)),
        ("Right stops at the last frame", "Right", At(195), At(199)),
        ("a jump does not end a pause", "P Right", Here, At(110) with { Paused = true }),
        ("Home goes to the first frame", "Home", Here, At(0)),
        ("End goes to the last frame", "End", Here, At(199)),
        ("[ goes to this lap's start", "[", Here, At(64)),
        ("[ goes to the lap before at a lap's start", "[ [", Here, At(4)),
        ("] goes to the next lap", "]", Here, At(124)),
        ("] says that this is the last lap", "] ]", Here, At(124) with { Notice = "This is the last lap" }),
        ("O goes to the next mishap", "O", At(0), At(34)),
        ("O wraps round", "O", Here, At(34)),
        ("K compares with the lap before", "K", Here, Compared(LapComparison.PreviousLap, "previous lap")),
        ("K goes past the other run where there is none", "K K", Here, Compared(LapComparison.Nothing, "nothing")),
        ("K comes back to the best lap", "K K K", Here, Compared(LapComparison.BestLap, "best lap")),
        ("Y shows the compared lap beside this one", "Y", Here, Set(it => it with { Compare = true })),
        ("Y again shows this one alone", "Y Y", Here, Here),
        ("Y leaves the view as it is while a recording without the panel runs", "D R Y", Here,
            Set(it => it with { ShowPanel = false }) with
            {
                Recording = true,
                Notice = "The view stays as it is while a recording without the panel runs",
            }),
        ("Enter fills the screen", "Enter", Here, Here with { FullScreen = true }),
        ("Enter again gives it back", "Enter Enter", Here, Here),
        ("J says why there is nowhere to go", "J", Here,
            Here with { Notice = "No section to gain time in: that takes two completed laps" }),
        ("L marks A", "L", Here, Here with { LoopFrom = 100 }),
        ("L again marks B and loops", "L Right L", Here, At(110) with { LoopFrom = 100, LoopTo = 110 }),
        ("a loop may be marked backwards", "L Left L", Here, At(90) with { LoopFrom = 90, LoopTo = 100 }),
        ("L twice in a frame loops it", "L L", Here, Here with { LoopFrom = 100, LoopTo = 100 }),
        ("L a third time clears the loop", "L Right L L", Here, At(110)),
        ("Z lowers the attenuation", "Z", Here, Said("attenuation factor 1.04", it => it with { HeatmapAttenuation = 1.04 })),
        ("Z stops at 1.00", Times(30, "Z"), Here, Said("attenuation factor 1.00", it => it with { HeatmapAttenuation = 1 })),
        ("X raises the attenuation", "X", Here, Said("attenuation factor 1.06", it => it with { HeatmapAttenuation = 1.06 })),
        ("X stops at 1.20", Times(30, "X"), Here, Said("attenuation factor 1.20", it => it with { HeatmapAttenuation = 1.2 })),
        ("the attenuation comes back to where it was", $"{Times(7, "X")} {Times(7, "Z")}", Here, Said("attenuation factor 1.05", it => it)),
        ("V makes the Gaussian smaller", "V", Here, Said("Gaussian size 55", it => it with { HeatmapGaussianSize = 55 })),
        ("V stops at 30", Times(30, "V"), Here, Said("Gaussian size 30", it => it with { HeatmapGaussianSize = 30 })),
        ("B makes the Gaussian larger", "B", Here, Said("Gaussian size 65", it => it with { HeatmapGaussianSize = 65 })),
        ("B stops at 100", Times(30, "B"), Here, Said("Gaussian size 100", it => it with { HeatmapGaussianSize = 100 })),
        ("F takes the colour map before, the last one before the first", "F", Here,
            Said("colour map Cividis", it => it with { HeatmapColours = HeatmapColours.Cividis })),
        ("G takes the next colour map", "G", Here, Said("colour map Viridis", it => it with { HeatmapColours = HeatmapColours.Viridis })),
        ("G comes round to the first after the last", Times(8, "G"), Here, Said("colour map Turbo", it => it)),
        ("C has the heatmap count from this step on", "C", Here,
            Set(it => it with { HeatmapFromRow = 96 }) with { Notice = "The heatmap counts from this step on" }),
        ("R starts recording", "R", Here, Here with { Recording = true }),
        ("R stops recording", "R R", Here, Here),
        ("W asks for a picture", "W", Here, Here with { ScreenshotRequests = 1 }),
        ("W again asks for another", "W W", Here, Here with { ScreenshotRequests = 2 }),
        ("another key does nothing", "other", Here, Here),
        ("a key takes the notice away", "P", Here with { Notice = "Saved" }, Here with { Paused = true }),
        ("a key without a meaning leaves the notice", "other", Here with { Notice = "Saved" }, Here with { Notice = "Saved" }),
        ("keys work under the help page", "H 0", Here, At(0) with { Help = true }),
        ("at the end a digit goes there", "5", TheEnd, Here),
        ("at the end Home plays it again", "Home", TheEnd, At(0)),
        ("at the end Home plays it again where it was paused there", "P Home", TheEnd, At(0)),
        ("elsewhere Home keeps a pause", "P Home", Here, At(0) with { Paused = true }),
        ("at the end comma goes one frame back", ",", TheEnd, At(198) with { Paused = true }),
        ("at the end Left goes one second back", "Left", TheEnd, At(189)),
        ("at the end [ goes to the lap's start", "[", TheEnd, At(124)),
        ("at the end O goes to the first mishap", "O", TheEnd, At(34)),
        ("at the end L marks B and loops", "L", TheEnd with { LoopFrom = 150 }, At(199) with { LoopFrom = 150, LoopTo = 199 }),
        ("at the end P pauses", "P", TheEnd, TheEnd with { Paused = true }),
        ("at the end R records", "R", TheEnd, TheEnd with { Recording = true }),
        ("at the end Enter fills the screen", "Enter", TheEnd, TheEnd with { FullScreen = true }),
        ("at the end another key does nothing", "other", TheEnd, TheEnd),
        ("at the end Q quits", "Q", TheEnd, TheEnd with { Quit = true }),
    ];

    public static TheoryData<string> Sentences { get; } = [.. Table.Select(row => row.Sentence)];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Key(string sentence)
    {
        var (_, keys, before, after) = Table.Single(row => row.Sentence == sentence);

        Assert.Equal(after, keys.Split(' ').Aggregate(before, (state, key) => KeyMap.Apply(key, state, MadeUpLandmarks.Landmarks)));
    }

    [Theory]
    [InlineData(1, LapComparison.PreviousLap)]
    [InlineData(2, LapComparison.Against)]
    [InlineData(3, LapComparison.Nothing)]
    [InlineData(4, LapComparison.BestLap)]
    public void K_goes_round_all_comparisons_where_another_run_is_given(int times, object comparison)
    {
        var after = Enumerable.Range(0, times).Aggregate(Here, (state, _) => KeyMap.Apply("K", state, MadeUpLandmarks.WithAnotherRun));

        Assert.Equal((LapComparison)comparison, after.Overlays.Comparison);
    }

    [Theory]
    [InlineData("the section that costs most, in this lap", "J", 24, 2, 24, 43)]
    [InlineData("then the next one", "J J", 24, 1, 4, 23)]
    [InlineData("after the last one the first again; where nothing is to be gained is left out", "J J J", 24, 2, 24, 43)]
    [InlineData("in the lap it is in", "J", 70, 2, 84, 103)]
    [InlineData("where this lap did not drive all of it, in the lap that took longest", "J", 130, 2, 84, 103)]
    [InlineData("L ends the loop and takes the line away", "J L", 24, null, null, null)]
    [InlineData("after that it begins anew", "J J L J", 24, 2, 24, 43)]
    public void J_loops(string _, string keys, int frame, int? section, int? first, int? last)
    {
        var after = keys.Split(' ').Aggregate(
            Here with { Frame = frame }, (state, key) => KeyMap.Apply(key, state, MadeUpLandmarks.WithSections));

        Assert.Equal((section, first, last), (after.Overlays.Opportunity, after.LoopFrom, after.LoopTo));
        if (first is { } start) Assert.Equal(start, after.Frame);
    }

    [Fact]
    public void O_says_where_there_is_no_mishap() => Assert.Equal(
        Here with { Notice = "No off-track, crash or reset in this run" },
        KeyMap.Apply("O", Here, MadeUpLandmarks.WithoutMishaps));

    [Fact]
    public void Every_key_is_tried_here() => Assert.Empty(
        KeyMap.Rows.SelectMany(row => row.Actions).Select(action => action.Key).Except(Table.SelectMany(row => row.Keys.Split(' '))));

    [Fact]
    public void Upper_and_lower_case_are_one_key()
    {
        foreach (var letter in KeyMap.Rows.SelectMany(row => row.Actions).Select(action => action.Key)
            .Where(key => key is [>= 'A' and <= 'Z']))
        {
            Assert.Equal(letter, KeyNames.Of(letter[0]));
            Assert.Equal(letter, KeyNames.Of(char.ToLowerInvariant(letter[0])));
        }
    }

    [Fact]
    public void The_keys_as_printed_are_those_that_are_handled()
    {
        foreach (var row in KeyMap.Rows.Where(row => row.Keys != KeyMap.Mouse))
        {
            var printed = row.Keys == "0-9"
                ? Enumerable.Range(0, 10).Select(digit => $"{digit}")
                : row.Keys.Split(row.Keys.Contains(" / ") ? " / " : ", ");
            Assert.Equal(printed, row.Actions.Select(action => action.Key));
        }
    }

    private static PlayerState Set(Func<OverlaySettings, OverlaySettings> change) => Here.With(change);

    private static PlayerState Said(string words, Func<OverlaySettings, OverlaySettings> change) =>
        Set(change) with { Notice = $"Heatmap: {words}" };

    private static PlayerState Compared(LapComparison comparison, string name) =>
        Set(it => it with { Comparison = comparison }) with { Notice = $"Compared with: {name}" };

    private static PlayerState At(int frame) => Here with { Frame = frame };

    private static string Times(int count, string key) => string.Join(' ', Enumerable.Repeat(key, count));
}
