using System.CommandLine;
using System.Globalization;

namespace Analyzer.Commands.Options;

/// <summary>Options that take a whole number within limits.</summary>
internal static class WholeNumberOption
{
    /// <summary>Makes one; its value is null where it is not given.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="unit">What the number is called there.</param>
    /// <param name="least">The least number allowed.</param>
    /// <param name="most">The greatest.</param>
    public static Option<int?> Of(string name, string description, string unit, int least, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = unit,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least
                && number <= most)
            {
                return number;
            }

            var range = most == int.MaxValue ? $"{least} or more" : $"{least} to {most}";
            result.AddError($"{name} {word}: expected a whole number, {range}.");
            return null;
        },
    };
}
