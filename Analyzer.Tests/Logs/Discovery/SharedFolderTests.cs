using Analyzer.Tests.Support;

namespace Analyzer.Tests.Logs.Discovery;

/// <summary>A folder with a stamp and a name, as a backup has, is no job of the runs that lie in it.</summary>
public sealed class SharedFolderTests : LibraryStage
{
    private const string Backup = "20261201101010-backup";

    [Fact]
    public void A_video_below_it_belongs_to_the_run_beside_it_alone()
    {
        Folder.Write($"{Backup}/a/0-iteration.csv", Log);
        var video = Folder.Write($"{Backup}/a/v.mp4");
        Folder.Write($"{Backup}/b/0-iteration.csv", Log);
        Folder.Write("20261202101010-backup/a/0-iteration.csv", Log);

        Assert.Equal(video, Assert.Single(Found().Select(files => files.VideoPath), path => path is not null));
        Assert.Equal(Folder.Path($"{Backup}/a/0-iteration.csv"), Choose(videoNeeded: true).Files.LogPath);
    }

    [Fact]
    public void Its_stamp_is_not_when_they_were_driven_nor_its_name_theirs()
    {
        Folder.Write($"{Backup}/b/20220709201503-job-abc/0-iteration.csv", Log);
        Folder.Write($"{Backup}/a/0-iteration.csv", Log);

        Assert.Equal(
            [(null, $"{Backup}/a/0-iteration.csv"), ("job-abc", "20220709201503-job-abc")],
            Found().Select(files => (files.Job, files.Name)));
    }

    [Fact]
    public void A_simulators_log_of_other_steps_in_it_is_a_run_of_its_own()
    {
        Folder.Write($"{Backup}/0-iteration.csv", Log);
        Folder.Write($"{Backup}/same.log", $"SIM_TRACE_LOG:{Some.Line}\n");
        var other = Folder.Write($"{Backup}/other.log", $"SIM_TRACE_LOG:{Some.LineWith("X", "3.5")}\n");

        Assert.Equal([Folder.Path($"{Backup}/0-iteration.csv"), other], Found().Select(files => files.LogPath));
    }
}
