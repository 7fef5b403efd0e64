using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Analyzer.Tests.Support;

/// <summary>Which room of the program uses which: read from its compiled types, their signatures and their method bodies.</summary>
/// <remarks>A room is a folder, and a folder is a namespace. Constants and <c>nameof</c> leave no trace in compiled code.</remarks>
internal sealed class Rooms
{
    private const string Root = "Analyzer";

    private readonly Dictionary<string, Dictionary<string, string>> uses = new(StringComparer.Ordinal);

    private Rooms()
    {
    }

    /// <summary>All rooms, by their path below <c>Analyzer/</c>, such as <c>Hud/Digits</c>.</summary>
    public IReadOnlyCollection<string> All => uses.Keys;

    /// <summary>Reads the program under test.</summary>
    public static Rooms OfTheProgram()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Analyzer.Platform.RunException).Assembly.Location);
        var rooms = new Rooms();
        foreach (var type in module.GetAllTypes().Where(type => RoomOf(type) is not null))
        {
            var from = RoomOf(type)!;
            if (!rooms.uses.TryGetValue(from, out var used)) rooms.uses[from] = used = new(StringComparer.Ordinal);
            foreach (var other in UsedBy(type))
                if (RoomOf(other) is { } to && to != from) used.TryAdd(to, $"{type.Name} uses {other.Name}");
        }

        return rooms;
    }

    /// <summary>The rooms that a room uses, each with one type that does.</summary>
    public IReadOnlyDictionary<string, string> UsedBy(string room) => uses[room];

    /// <summary>A cycle of uses through a room, as a path back to itself; empty where there is none.</summary>
    public IReadOnlyList<string> CycleThrough(string room)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([room]);
        while (open.TryDequeue(out var here))
        {
            foreach (var next in uses[here].Keys)
            {
                if (!cameFrom.TryAdd(next, here)) continue;
                if (next == room) return PathTo(room, cameFrom);
                open.Enqueue(next);
            }
        }

        return [];
    }

    private List<string> PathTo(string room, Dictionary<string, string> cameFrom)
    {
        var path = new List<string>();
        for (var here = room; path.Count == 0 || here != room; here = cameFrom[here])
            path.Insert(0, $"{cameFrom[here]} -> {here} ({uses[cameFrom[here]][here]})");
        return path;
    }

    private static string? RoomOf(TypeReference type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type.Namespace.StartsWith($"{Root}.", StringComparison.Ordinal) && IsProgram(type.Scope)
            ? type.Namespace[(Root.Length + 1)..].Replace('.', '/')
            : null;
    }

    private static bool IsProgram(IMetadataScope scope) => scope.Name.StartsWith(Root, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> direct =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.Methods.SelectMany(UsedBy),
        ];
        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(instruction => UsedBy(instruction.Operand)) : [],
    ];

    private static IEnumerable<TypeReference> UsedBy(object? operand) => operand switch
    {
        GenericInstanceMethod generic => [generic.DeclaringType, generic.ReturnType, .. generic.GenericArguments],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        FunctionPointerType function =>
            function.Parameters.Select(parameter => parameter.ParameterType).Append(function.ReturnType).SelectMany(Parts),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
