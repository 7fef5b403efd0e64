using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analyzer.Reports.Analyses;
using Analyzer.Tests.Support;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>The table of analyses says what each of them fills.</summary>
public class AnalysisTests
{
    private static readonly ReportInput Input = Reported.Sample("Steps=1") with { Against = Reported.Of(SampleRun.Earlier).Times };

    // Together they have all that an analysis can stand on.
    private static readonly ReportInput[] Inputs =
        [Input, Input with { Iterations = [new TrainingIteration(0, 0, Input.Trace.Laps.Length)] }];

    private static readonly PropertyInfo[] Properties =
        [.. typeof(Report).GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)];

    public static TheoryData<string> Names => [.. Analysis.All.Select(analysis => analysis.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fills_the_properties_that_its_row_names_and_no_others(string name)
    {
        var filled = Inputs.SelectMany(input => FilledBy(name, input)).Distinct();

        Assert.Equal(GivenBy(Analysis.All.Single(analysis => analysis.Name == name)).Order(), filled.Order());
    }

    [Fact]
    public void Every_property_is_named_in_one_row() =>
        Assert.Equal(Properties.Select(NameOf).Order(), Analysis.All.SelectMany(GivenBy).Order());

    private static IEnumerable<string> FilledBy(string name, ReportInput input)
    {
        var place = Analysis.All.Select(analysis => analysis.Name).ToList().IndexOf(name);
        var before = Analysis.All[..place].Aggregate(new Report(), (report, earlier) => earlier.Add(input, report));
        var after = Analysis.All[place].Add(input, before);
        return Properties.Where(property => !Equals(property.GetValue(before), property.GetValue(after))).Select(NameOf);
    }

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string[] GivenBy(Analysis analysis) => analysis.Gives.Split(", ");
}
