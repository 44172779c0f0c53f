namespace Yorozu.Data.Store.Entities;

/// <summary>A metric (指標) with a table in some release.</summary>
public sealed class MetricEntity
{
    public int Id { get; set; }

    public required string Key { get; set; }

    public required string Section { get; set; }

    public required string Group { get; set; }

    public required string Name { get; set; }

    /// <summary>The order in the catalogue; metrics unknown to it follow in order of appearance.</summary>
    public int Order { get; set; }
}
