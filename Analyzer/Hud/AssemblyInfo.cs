using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Analyzer.Tests")]
