namespace Yorozu.Web.Caching;

/// <summary>Marks pages that look the same to everybody, but for language and the state of the data.</summary>
public sealed class PublicPage;
