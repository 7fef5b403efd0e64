using Analyzer.Playback;

namespace Analyzer.Tests.Playback;

/// <summary>Keys while the HUD is still being read.</summary>
public sealed class UnreadKeyTests
{
    [Theory]
    [InlineData("J", 90, "Where time can be gained is known once the HUD is read")]
    [InlineData("[", 120, "Laps, off-tracks and crashes are known as far as the HUD is read")]
    [InlineData("]", 90, "Laps, off-tracks and crashes are known as far as the HUD is read")]
    [InlineData("O", 95, "Laps, off-tracks and crashes are known as far as the HUD is read")]
    public void A_key_says_what_is_not_known_yet(string key, int frame, string notice) =>
        Assert.Equal(At(frame) with { Notice = notice }, KeyMap.Apply(key, At(frame), MadeUpLandmarks.HalfRead));

    [Theory]
    [InlineData("[", 90, 64)]
    [InlineData("]", 20, 64)]
    [InlineData("O", 20, 34)]
    public void A_key_goes_to_what_is_known(string key, int frame, int after) =>
        Assert.Equal(At(after), KeyMap.Apply(key, At(frame), MadeUpLandmarks.HalfRead));

    [Theory]
    [InlineData("R", "Recording: frames whose HUD is not read yet are recorded without overlays")]
    [InlineData("R .", null)]
    [InlineData("R R", null)]
    public void A_recording_says_once_what_it_lacks(string keys, string? notice) => Assert.Equal(
        notice, keys.Split(' ').Aggregate(At(100), (state, key) => KeyMap.Apply(key, state, MadeUpLandmarks.HalfRead)).Notice);

    private static PlayerState At(int frame) => new() { Frame = frame };
}
