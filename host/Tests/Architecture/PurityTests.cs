using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>Reads the compiled pure libraries: what a using hides, the symbol table does not.</summary>
public sealed class PurityTests
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "Microsoft.AspNetCore",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.Extensions",
        "System.Net",
        "System.Data",
        "System.Diagnostics.Process",
    ];

    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.Console",
        "System.Diagnostics.Stopwatch",
        "System.Threading.Timer",
        "System.Threading.Thread",
    ];

    // Type.Member: the clock, and chance that nobody handed in.
    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System",
        "System.Random.get_Shared",
        "System.Guid.NewGuid",
        // Of Environment, an iterator's own thread id and the newline are harmless.
        "System.Environment.GetEnvironmentVariable",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Environment.get_ProcessorCount",
        "System.Environment.get_MachineName",
        "System.Threading.Tasks.Task.Delay",
        "System.Threading.Tasks.Task.Run",
    ];

    public static TheoryData<string> Libraries => [.. ProjectEdges.Pure];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void It_reaches_for_no_clock_file_socket_or_framework(string library)
    {
        using var image = Open(library);
        var symbols = image.GetMetadataReader();
        var types = symbols.TypeReferences.Select(handle => FullName(symbols, handle)).ToArray();
        var members = symbols.MemberReferences.Select(handle => FullName(symbols, handle));
        var reached = types
            .Where(type => ForbiddenTypes.Contains(type, StringComparer.Ordinal))
            .Concat(types.Where(type => ForbiddenNamespaces.Any(ns => IsIn(type, ns))))
            .Concat(members.Where(member => ForbiddenMembers.Contains(member, StringComparer.Ordinal)));
        Assert.Empty(reached.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void It_keeps_no_state_that_changes(string library)
    {
        using var image = Open(library);
        var symbols = image.GetMetadataReader();
        var changing =
            from handle in symbols.FieldDefinitions
            let field = symbols.GetFieldDefinition(handle)
            where field.Attributes.HasFlag(FieldAttributes.Static)
            where (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal)) == 0
            let name = symbols.GetString(field.Name)
            where !name.Contains('<', StringComparison.Ordinal) // made by the compiler: cached delegates
            let owner = symbols.GetTypeDefinition(field.GetDeclaringType())
            where !symbols.GetString(owner.Name).Contains('<', StringComparison.Ordinal)
            select $"{symbols.GetString(owner.Name)}.{name}";
        Assert.Empty(changing);
    }

    private static PEReader Open(string library) =>
        new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Fourfold.{library}.dll")));

    private static bool IsIn(string type, string ns) =>
        type == ns || type.StartsWith(ns + ".", StringComparison.Ordinal);

    private static string FullName(MetadataReader symbols, TypeReferenceHandle handle)
    {
        var type = symbols.GetTypeReference(handle);
        return $"{symbols.GetString(type.Namespace)}.{symbols.GetString(type.Name)}";
    }

    private static string FullName(MetadataReader symbols, MemberReferenceHandle handle)
    {
        var member = symbols.GetMemberReference(handle);
        var owner =
            member.Parent.Kind == HandleKind.TypeReference ? FullName(symbols, (TypeReferenceHandle)member.Parent) : "";
        return $"{owner}.{symbols.GetString(member.Name)}";
    }
}
