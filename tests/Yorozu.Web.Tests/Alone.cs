namespace Yorozu.Web.Tests;

/// <summary>Runs while no other test of the process takes memory or counts.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
