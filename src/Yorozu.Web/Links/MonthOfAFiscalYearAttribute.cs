using System.ComponentModel.DataAnnotations;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>For a month that a page asks the fiscal year of: 0001-01 is a month, but of no such year.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthOfAFiscalYearAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not YearMonth month || FiscalYear.Covers(month);
}
