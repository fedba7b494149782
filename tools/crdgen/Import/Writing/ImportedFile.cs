using Crdgen.Import.Kinds;

namespace Crdgen.Import.Writing;

/// <summary>Prints the resources as a whole file: with a class around them, or as the statements of a program.</summary>
internal sealed class ImportedFile(KindCatalog catalog, IReadOnlyList<ImportedResource> resources, bool needsConfig)
{
    private const string CommentOfSecrets = "Values of Secrets come from the stack's configuration: pulumi config set --secret KEY";

    /// <param name="className">Name of the class, its namespace in front.</param>
    public string Class(string className)
    {
        var dot = className.LastIndexOf('.');
        var name = className[(dot + 1)..];
        var scope = new TypeScope(Types(), catalog, [name]);
        var code = new CodeLayout(scope.NameOf);
        Usings(code, scope);
        if (dot > 0)
        {
            code.Line(0, $"namespace {className[..dot]};");
            code.Line(0, "");
        }

        code.Line(0, "/// <summary>Kubernetes objects as Pulumi resources.</summary>");
        code.Line(0, $"public static class {name}");
        code.Line(0, "{");
        code.Line(1, "/// <summary>Declares all of them.</summary>");
        code.Line(1, "/// <param name=\"options\">Options of each: its parent, its provider, what it depends on.</param>");
        code.Line(1, "public static IReadOnlyList<Resource> Create(CustomResourceOptions? options = null)");
        code.Line(1, "{");
        Body(code, 2, ", options");
        code.Line(2, resources.Count == 0 ? "return [];" : "return");
        if (resources.Count > 0)
        {
            code.Line(2, "[");
            foreach (var resource in resources)
            {
                code.Line(3, $"{resource.Variable},");
            }

            code.Line(2, "];");
        }

        code.Line(1, "}");
        code.Line(0, "}");
        return code.ToString();
    }

    /// <summary>Using lines and the statements, for the body of a program.</summary>
    public string Statements()
    {
        var scope = new TypeScope(Types(), catalog, ["Deployment"]);
        var code = new CodeLayout(scope.NameOf);
        Usings(code, scope);
        Body(code, 0, "");
        return code.ToString().TrimEnd('\n') + "\n";
    }

    private static void Usings(CodeLayout code, TypeScope scope)
    {
        foreach (var line in scope.Usings)
        {
            code.Line(0, line);
        }

        code.Line(0, "");
    }

    private void Body(CodeLayout code, int depth, string options)
    {
        if (needsConfig)
        {
            code.Line(depth, $"// {CommentOfSecrets}");
            code.Line(depth, "var config = new Config();");
            code.Line(depth, "");
        }

        foreach (var resource in resources)
        {
            code.Write(depth, $"var {resource.Variable} = new ", [resource.Class, $"({Literals.Line(resource.Name)}, "], resource.Args, $"{options});");
            code.Line(depth, "");
        }
    }

    private IEnumerable<TypeName> Types() => resources.SelectMany(resource => TypesOf(resource.Args).Append(resource.Class));

    private static IEnumerable<TypeName> TypesOf(Code code) => code switch
    {
        Code.Leaf leaf => leaf.Segments.Select(segment => segment.Type).OfType<TypeName>(),
        Code.Block block => block.Head.Select(segment => segment.Type).OfType<TypeName>()
            .Concat(block.Entries.Where(entry => entry.Value is not null).SelectMany(entry => TypesOf(entry.Value!))),
        _ => [],
    };
}
