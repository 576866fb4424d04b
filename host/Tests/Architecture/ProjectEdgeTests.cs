using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Architecture;

public sealed class ProjectEdgeTests
{
    [Fact]
    public void Every_project_uses_only_what_the_table_allows()
    {
        var forbidden =
            from project in ProjectEdges.All
            where !project.IsTest && !project.IsHost
            let allowed = ProjectEdges.Allowed.GetValueOrDefault(project.Name)
            from used in allowed is null ? ["(not in the table)"] : project.Uses.Except(allowed)
            select $"{project.Name} → {used}";
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_table_speaks_of_projects_that_exist_or_are_planned()
    {
        string[] planned = ["Settle"];
        var known = ProjectEdges.All.Select(project => project.Name).Concat(planned);
        Assert.Empty(ProjectEdges.Allowed.Keys.Except(known));
    }

    [Fact]
    public void Pure_projects_take_no_package_and_no_framework() =>
        Assert.Empty(
            ProjectEdges
                .All.Where(project => ProjectEdges.Pure.Contains(project.Name, StringComparer.Ordinal))
                .SelectMany(project => project.Packages.Concat(project.Frameworks), (p, used) => $"{p.Name} → {used}")
        );

    [Fact]
    public void Only_the_stores_know_a_database_engine()
    {
        string[] engines = ["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql", "Npgsql.EntityFrameworkCore.PostgreSQL"];
        var knowing = ProjectEdges.All.Where(p => p.Packages.Intersect(engines).Any()).Select(p => p.Name);
        Assert.Empty(knowing.Except(["Store.Sqlite", "Store.Postgres", "Testing"]));
    }

    [Fact]
    public void No_module_sees_the_inside_of_another()
    {
        var friends = Tree.Read("Directory.Build.props").Split("InternalsVisibleTo Include=\"").Skip(1);
        var modules = ProjectEdges.Allowed.Keys.Select(name => $"Fourfold.{name}");
        Assert.Empty(friends.Select(text => text[..text.IndexOf('"', StringComparison.Ordinal)]).Intersect(modules));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.At("Fourfold.slnx"));
        Assert.All(
            ProjectEdges.All,
            project => Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal)
        );
    }
}
