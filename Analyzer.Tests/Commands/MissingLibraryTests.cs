using Analyzer.Commands;

namespace Analyzer.Tests.Commands;

public sealed class MissingLibraryTests
{
    private const string Remedy = "on Debian or Ubuntu: apt-get install ffmpeg libgtk-3-0 libatomic1 (libgtk-3-0t64 where that exists)";

    public static TheoryData<string, string> Errors { get; } = new()
    {
        {
            "/my programs/OpenCvSharpExtern.so: cannot open shared object file: No such file or directory\n" +
            "libatomic.so.1: cannot open shared object file: No such file or directory\n" +
            "/my programs/libOpenCvSharpExtern: cannot open shared object file: No such file or directory\n",
            " (libatomic.so.1: cannot open shared object file: No such file or directory)"
        },
        {
            "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.99' not found (required by /x/libOpenCvSharpExtern.so)\n",
            " (libc.so.6: version `GLIBC_2.99' not found (required by /x/libOpenCvSharpExtern.so))"
        },
        {
            "libOpenCvSharpExtern.so: cannot open shared object file: No such file or directory\n",
            " (libOpenCvSharpExtern.so: cannot open shared object file: No such file or directory)"
        },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void The_library_that_the_system_lacks_is_named(string places, string reason)
    {
        var cause = new DllNotFoundException(
            "Unable to load shared library 'OpenCvSharpExtern' or one of its dependencies. In order to help diagnose loading problems, " +
            $"consider setting the LD_DEBUG environment variable: \n{places}");

        Assert.Equal(
            $"A library is missing or can't be used{reason}; {Remedy}",
            MissingLibrary.Of(new TypeInitializationException("OpenCvSharp.Internal.NativeMethods", cause)));
    }

    [Fact]
    public void Another_error_is_told_by_itself() =>
        Assert.Null(MissingLibrary.Of(new TypeInitializationException("Type", new InvalidOperationException("why"))));
}
