using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analyzer.Reports.Analyses;

namespace Analyzer.Tests.Reports.Analyses;

/// <summary>The table of analyses says what each of them fills.</summary>
public class AnalysisTests
{
    private static readonly ReportInput Input = Reported.Sample("Steps=1");

    private static readonly PropertyInfo[] Properties =
        [.. typeof(Report).GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)];

    public static TheoryData<string> Names => [.. Analysis.All.Select(analysis => analysis.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fills_no_properties_but_those_that_its_row_names(string name)
    {
        var place = Analysis.All.Select(analysis => analysis.Name).ToList().IndexOf(name);
        var before = Analysis.All[..place].Aggregate(new Report(), (report, earlier) => earlier.Add(Input, report));

        var after = Analysis.All[place].Add(Input, before);

        var filled = Properties.Where(property => !Equals(property.GetValue(before), property.GetValue(after))).Select(NameOf);
        Assert.Empty(filled.Except(GivenBy(Analysis.All[place])));
    }

    [Fact]
    public void Every_property_is_named_in_one_row() =>
        Assert.Equal(Properties.Select(NameOf).Order(), Analysis.All.SelectMany(GivenBy).Order());

    private static string NameOf(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string[] GivenBy(Analysis analysis) => analysis.Gives.Split(", ");
}
