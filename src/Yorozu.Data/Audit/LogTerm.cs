namespace Yorozu.Data.Audit;

/// <summary>A term of the log: the stored code and the display names.</summary>
public abstract record LogTerm(string Code, string Name, string EnglishName)
{
    public sealed override string ToString() => Code;
}
