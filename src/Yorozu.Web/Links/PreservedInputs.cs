namespace Yorozu.Web.Links;

/// <summary>Hidden inputs for the parameters that a form preserves.</summary>
public sealed record PreservedInputs(params IReadOnlyList<string> Names);
