using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Yorozu.Web.Tests.Architecture;

/// <summary>Which folder of an assembly uses the types of which other, read from the compiled code. A folder is a namespace.</summary>
internal sealed class FolderReferences
{
    private readonly Dictionary<(string From, string To), SortedSet<string>> _uses = [];

    private FolderReferences(ModuleDefinition module)
    {
        foreach (var type in module.Types.Where(t => t.Namespace.StartsWith("Yorozu.", StringComparison.Ordinal))) Read(type, type);
    }

    public static FolderReferences In(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        return new FolderReferences(module);
    }

    /// <summary>The folders that use each other, directly or round a longer way, with the types by which they do.</summary>
    public IReadOnlyList<string> Circles() =>
    [
        .. _uses.Keys
            .Where(u => Reaches(u.To, u.From, []))
            .Order()
            .Select(u => $"{u.From} → {u.To}: {string.Join("; ", _uses[u].Take(5))}"),
    ];

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && _uses.Keys.Any(u => u.From == from && Reaches(u.To, to, seen)));

    private void Read(TypeDefinition type, TypeDefinition outermost)
    {
        Use(outermost, type.BaseType);
        foreach (var made in type.Interfaces) Use(outermost, made.InterfaceType);
        foreach (var field in type.Fields) Use(outermost, field.FieldType);
        foreach (var attribute in type.CustomAttributes) Use(outermost, attribute.AttributeType);
        foreach (var method in type.Methods) Read(method, outermost);
        foreach (var nested in type.NestedTypes) Read(nested, outermost);
    }

    private void Read(MethodDefinition method, TypeDefinition outermost)
    {
        Use(outermost, method.ReturnType);
        foreach (var parameter in method.Parameters) Use(outermost, parameter.ParameterType);
        if (!method.HasBody) return;

        foreach (var variable in method.Body.Variables) Use(outermost, variable.VariableType);
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
        {
            if (operand is TypeReference named) Use(outermost, named);
            if (operand is MemberReference member) Use(outermost, member.DeclaringType);
            if (operand is GenericInstanceMethod generic) foreach (var argument in generic.GenericArguments) Use(outermost, argument);
        }
    }

    private void Use(TypeDefinition user, TypeReference? used)
    {
        if (used is null) return;
        if (used is GenericInstanceType generic) foreach (var argument in generic.GenericArguments) Use(user, argument);
        if (used.DeclaringType is not null)
        {
            Use(user, used.DeclaringType);
            return;
        }

        var type = used.GetElementType();
        if (type.Scope is not ModuleDefinition || type.Namespace == user.Namespace || !type.Namespace.StartsWith("Yorozu.", StringComparison.Ordinal)) return;
        var key = (user.Namespace, type.Namespace);
        if (!_uses.TryGetValue(key, out var names)) _uses.Add(key, names = []);
        names.Add($"{user.Name} uses {type.Name}");
    }
}
