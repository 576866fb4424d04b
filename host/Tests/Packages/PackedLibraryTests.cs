using System.Diagnostics;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Packages;

/// <summary>The published libraries as a stranger gets them: a package, its README, a new console project.</summary>
public sealed class PackedLibraryTests : IDisposable
{
    private const string Version = "0.0.1-test";
    private const string Sentence = "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\nnothing\n";
    private const string Expected = "311321000 47.5835 -122.3433\nNoSentence at 48\n";

    private const string Native =
        "<PublishAot>true</PublishAot><StripSymbols>false</StripSymbols><InvariantGlobalization>true</InvariantGlobalization>";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_example_of_the_readme_runs_in_a_new_project_that_has_only_the_package()
    {
        await Pack("sense/Codecs");
        Write("recording.nmea", Sentence);
        Assert.Equal((0, Expected), await Example("Fourfold.Codecs"));
    }

    [Fact]
    public async Task So_does_that_of_the_tracker_and_its_boat_is_seen_by_radar_alone()
    {
        await Pack("kernel/Geo");
        await Pack("sense/Tracking");
        var (ran, output) = await Example("Fourfold.Tracking");
        Assert.Equal(0, ran);
        Assert.StartsWith("SystemTrack { Id = 1, Kind = RadarOnly, ", output, StringComparison.Ordinal);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<(int Code, string Said)> Example(string package)
    {
        Write("nuget.config", NugetConfig);
        Write("Example.csproj", Project(package));
        var (built, problems) = await Dotnet(_folder.FullName, ["build", .. Quietly]);
        Assert.True(built == 0, problems);
        return await Run("dotnet", _folder.FullName, [Path.Combine(_folder.FullName, "out", "Example.dll")]);
    }

    /// <summary>No network: the compiler is taken from the packages that this user has fetched before.</summary>
    [Fact]
    public async Task The_same_project_becomes_native_code_without_a_warning()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "native code is tried on Linux only");
        Assert.SkipUnless(IsOnPath("clang") || IsOnPath("gcc"), "neither clang nor gcc is installed to link with");
        await Pack("sense/Codecs");
        Write("recording.nmea", Sentence);
        Write(
            "nuget.config",
            NugetConfig.Replace("</configuration>", $"{Fetched}</configuration>", StringComparison.Ordinal)
        );
        Write(
            "Example.csproj",
            Project("Fourfold.Codecs").Replace("<UseAppHost>false</UseAppHost>", Native, StringComparison.Ordinal)
        );
        var (built, problems) = await Dotnet(_folder.FullName, ["publish", "--use-current-runtime", .. Quietly]);
        Assert.SkipWhen(
            problems.Contains("NU110", StringComparison.Ordinal),
            "this user has not fetched the native compiler: dotnet publish -p:PublishAot=true of any project does"
        );
        Assert.True(built == 0, problems);
        Assert.DoesNotContain("warning", problems, StringComparison.OrdinalIgnoreCase);
        var (ran, output) = await Run(Path.Combine(Out, "Example"), _folder.FullName, []);
        Assert.Equal((0, Expected), (ran, output));
    }

    private static string Fetched =>
        $"""<fallbackPackageFolders><add key="fetched" value="{FetchedPackages}" /></fallbackPackageFolders>""";

    private static string FetchedPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task Pack(string folder)
    {
        var (packed, said) = await Dotnet(
            Repository.Root,
            [
                "pack",
                Repository.At($"{folder}/Fourfold.{Path.GetFileName(folder)}.csproj"),
                "--no-build",
                .. Quietly,
                $"-p:PackageVersion={Version}",
            ]
        );
        Assert.True(packed == 0, said);
        if (File.Exists(Repository.At($"{folder}/README.md")))
            Write("Program.cs", ExampleOf(folder));
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

    private static string Project(string package) =>
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
              <ItemGroup><PackageReference Include="{package}" Version="{Version}" /></ItemGroup>
            </Project>
            """;

    private static string ExampleOf(string folder)
    {
        var readme = File.ReadAllText(Repository.At($"{folder}/README.md"));
        var from = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[from..readme.IndexOf("```", from, StringComparison.Ordinal)];
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static Task<(int Code, string Said)> Dotnet(string folder, string[] arguments) =>
        Run("dotnet", folder, arguments);

    private static async Task<(int Code, string Said)> Run(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
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
