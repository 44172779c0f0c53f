namespace Yorozu.Web.Resources;

/// <summary>Names the resource file of the page about this site, whose paragraphs are long.</summary>
public sealed class AboutText;
