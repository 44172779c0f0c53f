namespace Yorozu.Web.Links;

/// <summary>Parameters of the address that a form does not ask for and hands on.</summary>
public sealed record PreservedInputs(params IReadOnlyList<string> Names);
