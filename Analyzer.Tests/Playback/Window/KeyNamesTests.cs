using Analyzer.Playback.Window;

namespace Analyzer.Tests.Playback.Window;

public sealed class KeyNamesTests
{
    private const int NumLock = 0x100000;
    private const int CapsLock = 0x20000;
    private const int Shift = 0x10000;
    private const int AltGr = 0x800000;

    [Theory]
    [InlineData('a', "A")]
    [InlineData('A', "A")]
    [InlineData('a' | NumLock, "A")]
    [InlineData('A' | CapsLock | NumLock, "A")]
    [InlineData('A' | Shift, "A")]
    [InlineData('7', "7")]
    [InlineData(',', ",")]
    [InlineData('.', ".")]
    [InlineData('[', "[")]
    [InlineData('[' | AltGr, "[")]
    [InlineData(' ', "Space")]
    [InlineData(27, "Esc")]
    [InlineData(27 | NumLock, "Esc")]
    [InlineData(10, "Enter")]
    [InlineData(13, "Enter")]
    [InlineData(0xFF50, "Home")]
    [InlineData(0xFF57 | NumLock, "End")]
    [InlineData(0xFF51 | NumLock, "Left")]
    [InlineData(0xFF53, "Right")]
    public void A_key_has_its_name_whatever_else_is_held(int code, string name) => Assert.Equal(name, KeyNames.Of(code));

    [Theory]
    [InlineData(0xFFB0 | NumLock, "0")]
    [InlineData(0xFFB9 | NumLock, "9")]
    [InlineData(0xFF95, "Home")]
    [InlineData(0xFF96, "Left")]
    [InlineData(0xFF98, "Right")]
    [InlineData(0xFF9C, "End")]
    [InlineData(0xFF8D, "Enter")]
    public void The_keypad_does_what_stands_on_it(int code, string name) => Assert.Equal(name, KeyNames.Of(code));

    [Theory]
    [InlineData(0xFF08)]
    [InlineData(0xFFC2)]
    [InlineData(0xFFFF)]
    [InlineData(0xE4)]
    public void Any_other_key_is_a_key_too(int code) => Assert.Equal("other", KeyNames.Of(code));

    [Theory]
    [InlineData(-1)]
    [InlineData(0xFFE1)]
    [InlineData(0xFFE3 | NumLock)]
    [InlineData(0xFFE5)]
    [InlineData(0xFFE9)]
    [InlineData(0xFE03)]
    [InlineData(0xFF7F)]
    public void Nothing_and_a_modifier_alone_are_no_key(int code) => Assert.Null(KeyNames.Of(code));
}
