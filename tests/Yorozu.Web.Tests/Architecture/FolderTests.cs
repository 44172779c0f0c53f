extern alias cli;

using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Tests.Architecture;

/// <summary>Folders point one way: of two folders of a project at most one uses the other, by whatever way round.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Assemblies => new([
        typeof(Prefecture).Assembly.Location,
        typeof(DataDirectory).Assembly.Location,
        typeof(Program).Assembly.Location,
        typeof(cli::Program).Assembly.Location
    ]);

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_two_folders_use_each_other(string assembly) => FolderReferences.In(assembly).Circles().Should().BeEmpty();
}
