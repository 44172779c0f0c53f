using Xunit;

namespace Yorozu.Testing;

/// <summary>A test on a <see cref="SmallDisk"/>: skipped, and said so, where none may be mounted.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Obstacle;
}

/// <summary>A theory on a <see cref="SmallDisk"/>: skipped, and said so, where none may be mounted.</summary>
public sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.Obstacle;
}
