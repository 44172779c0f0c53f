namespace Yorozu.Data.Store.Entities;

/// <summary>A metric (指標) that some release has a table of.</summary>
public sealed class MetricEntity
{
    public int Id { get; set; }

    public required string Key { get; set; }

    public required string Section { get; set; }

    public required string Group { get; set; }

    public required string Name { get; set; }

    /// <summary>Catalogue order; metrics the catalogue does not know come after it, in the order they appeared.</summary>
    public int Order { get; set; }
}
