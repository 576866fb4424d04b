using System.Diagnostics;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Packages;

/// <summary>The codecs as a stranger gets them: a package, its README, a new console project.</summary>
public sealed class PackedLibraryTests : IDisposable
{
    private const string Version = "0.0.1-test";
    private const string Sentence = "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\nnothing\n";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_example_of_the_readme_runs_in_a_new_project_that_has_only_the_package()
    {
        var (packed, said) = await Dotnet(
            Repository.Root,
            [
                "pack",
                Repository.At("sense/Codecs/Fourfold.Codecs.csproj"),
                "--no-build",
                .. Quietly,
                $"-p:PackageVersion={Version}",
            ]
        );
        Assert.True(packed == 0, said);
        Write("nuget.config", NugetConfig);
        Write("Example.csproj", Project);
        Write("Program.cs", Example());
        Write("recording.nmea", Sentence);
        var (built, problems) = await Dotnet(_folder.FullName, ["build", .. Quietly]);
        Assert.True(built == 0, problems);
        var (ran, output) = await Dotnet(_folder.FullName, [Path.Combine(_folder.FullName, "out", "Example.dll")]);
        Assert.Equal(0, ran);
        Assert.Equal("311321000 47.5835 -122.3433\nNoSentence at 48\n", output);
    }

    private string[] Quietly =>
        [
            "--configuration",
            Configuration,
            "--verbosity",
            "quiet",
            "-nodeReuse:false",
            "--output",
            Out,
            "-p:NuGetAudit=false",
        ];

    // The library lies beside these tests, built as they were: nothing is built while other tests run from there.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private string Out => Path.Combine(_folder.FullName, "out");

    private string NugetConfig =>
        $"""
            <configuration>
              <packageSources><clear /><add key="here" value="{Out}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder.FullName, "packages")}" /></config>
            </configuration>
            """;

    private static string Project =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Fourfold.Codecs" Version="{Version}" /></ItemGroup>
            </Project>
            """;

    private static string Example()
    {
        var readme = File.ReadAllText(Repository.At("sense/Codecs/README.md"));
        var from = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static async Task<(int Code, string Said)> Dotnet(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A point in its numbers, whoever runs the test.
            Environment = { ["LC_ALL"] = "C" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("did not start");
        using var limit = new CancellationTokenSource(Limit);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output + await errors);
    }
}
