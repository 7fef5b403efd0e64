using Analyzer.Benchmarks;
using BenchmarkDotNet.Running;

// Each benchmark runs in a process and a folder of its own.
if (Environment.GetEnvironmentVariable(DrawingBenchmarks.Model) is { } model)
    Environment.SetEnvironmentVariable(DrawingBenchmarks.Model, Path.GetFullPath(model));
BenchmarkSwitcher.FromAssembly(typeof(DrawingBenchmarks).Assembly).Run(args);
