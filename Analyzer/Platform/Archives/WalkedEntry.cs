namespace Analyzer.Platform.Archives;

/// <summary>What an archive says of one of its entries.</summary>
/// <param name="Name">Its name as it is written there, which may lead anywhere.</param>
/// <param name="Length">Bytes, unpacked.</param>
/// <param name="IsDirectory">Whether it is a folder.</param>
/// <param name="IsLink">Whether it is a link, hard or symbolic.</param>
internal sealed record WalkedEntry(string Name, long Length, bool IsDirectory, bool IsLink);
