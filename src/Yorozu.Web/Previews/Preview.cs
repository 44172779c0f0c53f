using Yorozu.Data.Publishing;
using Yorozu.Statistics;

namespace Yorozu.Web.Previews;

/// <summary>The staged upload whose publication a request below <c>/admin/preview</c> shows.</summary>
/// <param name="Year">The fiscal year of its page.</param>
/// <param name="AsOf">The last month of its page.</param>
public sealed record Preview(StagedUpload Upload, FiscalYear Year, YearMonth AsOf)
{
    public const string Root = "/admin/preview";

    /// <summary>The address of a public page in the preview of an upload.</summary>
    public static string PathOf(int upload, string page) => FormattableString.Invariant($"{Root}/{upload}{page}");

    /// <summary>Null where the page itself is asked for.</summary>
    public static Preview? Of(HttpContext http) => http.Items[typeof(Preview)] as Preview;

    public void Begin(HttpContext http) => http.Items[typeof(Preview)] = this;
}
