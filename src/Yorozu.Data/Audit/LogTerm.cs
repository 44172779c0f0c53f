namespace Yorozu.Data.Audit;

/// <summary>A term of the log: the stored code and the display name.</summary>
public abstract record LogTerm(string Code, string Name)
{
    public sealed override string ToString() => Code;
}
