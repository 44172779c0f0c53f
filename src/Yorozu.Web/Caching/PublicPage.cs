namespace Yorozu.Web.Caching;

/// <summary>Marks pages that are the same for everybody, except for language and snapshot.</summary>
public sealed class PublicPage;
