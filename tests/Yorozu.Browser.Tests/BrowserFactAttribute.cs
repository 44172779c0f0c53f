namespace Yorozu.Browser.Tests;

/// <summary>A test in a real Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public const string Reason = "No Chromium was found, and neither Playwright's installer nor apt-get could provide one.";

    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired) Skip = Reason;
    }
}

/// <summary>A test in a real Chromium, once for each row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired) Skip = BrowserFactAttribute.Reason;
    }
}
