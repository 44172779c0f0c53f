namespace Yorozu.Data.Audit;

/// <summary>A word of the log: the code that is stored, and what people read.</summary>
public abstract record LogTerm(string Code, string Name)
{
    public sealed override string ToString() => Code;
}
