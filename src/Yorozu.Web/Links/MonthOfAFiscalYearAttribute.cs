using System.ComponentModel.DataAnnotations;
using Yorozu.Statistics;

namespace Yorozu.Web.Links;

/// <summary>Validates a month whose fiscal year is needed: 0001-01 is a month, but before the first fiscal year.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthOfAFiscalYearAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not YearMonth month || FiscalYear.Covers(month);
}
