using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fourfold.Forms;
using Fourfold.Forms.Schema;
using Fourfold.Forms.Validation;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Serve.Tests.Forms;

public sealed class FormValidatorTests
{
    private const int Seed = 20261129;
    private const string Now = "2026-11-29T12:00:00+08:00";
    private static readonly string Script = Repository.At("web/packages/forms/dist/validator.js");
    private static readonly DateTimeOffset FilledAt = DateTimeOffset.Parse(
        Now,
        System.Globalization.CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Jint_V8_and_ajv_agree_on_forms_and_submissions_by_chance()
    {
        using var validator = Open();
        Assert.SkipUnless(
            Directory.Exists(Repository.At("web/node_modules/ajv")),
            "web/node_modules is missing: npm ci in web/"
        );
        var random = new RandomForms(new Random(Seed));
        var cases = new List<(string Schema, string Answers)>();
        for (var form = 0; form < 20; form++)
        {
            var spec = random.Spec(mayRequire: form % 2 == 0);
            Assert.Empty(FormChecker.Check(spec));
            var schema = FormSchema.Compile(spec).ToJsonString();
            for (var i = 0; i < 20; i++)
            {
                var answers = random.Answers(spec);
                if (i % 2 == 0)
                    await Mend(answers);
                cases.Add((schema, answers.ToJsonString()));
                async Task Mend(JsonObject mended)
                {
                    for (var round = 0; round < 8; round++)
                        foreach (var error in (await Judge(validator, schema, mended)).Errors)
                            mended.Remove(error.Path.Split('/')[1]);
                }
            }
        }
        var peer = await AskPeer(cases);
        Assert.Equal(cases.Count, peer.Count);
        var valid = 0;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ((schema, answers), said) in cases.Zip(peer))
        {
            var verdict = await Judge(validator, schema, JsonNode.Parse(answers)!);
            Assert.True(verdict.Status is FormVerdictStatus.Valid or FormVerdictStatus.Invalid, answers);
            var ours = verdict.Errors.Select(e => $"{e.Path} {e.Code} {string.Join(',', e.Params)}").ToArray();
            var theirs = said["errors"]!.Deserialize<FormError[]>(JsonSerializerOptions.Web)!;
            Assert.Equal(theirs.Select(e => $"{e.Path} {e.Code} {string.Join(',', e.Params)}"), ours);
            Assert.True(
                said["ajv"]!.ToJsonString() == said["plain"]!.ToJsonString(),
                $"seed {Seed}\n{said.ToJsonString()}\n{answers}"
            );
            valid += ours.Length == 0 ? 1 : 0;
            codes.UnionWith(verdict.Errors.Select(e => e.Code));
        }
        // Chance that only ever finds one side proves nothing.
        Assert.True(codes.Count >= 10, string.Join(' ', codes));
        Assert.InRange(valid, cases.Count / 10, cases.Count * 9 / 10);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cases.Count} cases, {valid} valid, codes {string.Join(' ', codes)}"
        );
    }

    [Fact]
    public async Task An_error_names_its_place_code_and_limit()
    {
        using var validator = Open();
        var spec = Samples.With(
            Samples.Field("near", FormItemType.Integer) with
            {
                Constraint = ". >= 1 and . <= 9",
                Required = true,
            },
            Samples.Field("later", FormItemType.Date) with
            {
                Constraint = ". > ${born}",
            },
            Samples.Field("hidden", FormItemType.Text) with
            {
                Relevant = "${yes}",
            }
        );
        var answers = """
            {"near":12,"born":"2020-01-01","later":"2019-12-31","hidden":"x","rounds":[{"round_date":"2020-02-30"}],"what":1}
            """;
        var verdict = await validator.Validate(
            FormSchema.Compile(spec).ToJsonString(),
            answers,
            FilledAt,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            [
                "/hidden irrelevant",
                "/later constraint",
                "/near too-large 9",
                "/rounds/0/round_date format",
                "/what unknown-field",
            ],
            verdict.Errors.Select(e =>
                $"{e.Path} {e.Code} {e.Params.GetValueOrDefault("limit")}".Replace(" 0", "", StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("{", FormVerdictStatus.Unreadable)]
    [InlineData("""{"a":1,"a":2}""", FormVerdictStatus.Unreadable)]
    [InlineData(
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        FormVerdictStatus.Unreadable
    )]
    [InlineData("[]", FormVerdictStatus.Invalid)]
    [InlineData("""{"__proto__":{"name":1},"constructor":1}""", FormVerdictStatus.Invalid)]
    public async Task What_is_no_submission_is_told_and_harms_nothing(string answers, FormVerdictStatus status)
    {
        using var validator = Open();
        var schema = FormSchema.Compile(Samples.With()).ToJsonString();
        Assert.Equal(
            status,
            (await validator.Validate(schema, answers, FilledAt, TestContext.Current.CancellationToken)).Status
        );
        Assert.Equal(
            FormVerdictStatus.Valid,
            (await validator.Validate(schema, "{}", FilledAt, TestContext.Current.CancellationToken)).Status
        );
    }

    [Fact]
    public async Task A_submission_that_costs_too_much_is_stopped_and_the_next_is_judged()
    {
        using var validator = new FormValidator(
            "var fourfoldForms={validate:function(key){ if(key.length) { for(;;){} } }}",
            new FormValidatorOptions { Engines = 1, Timeout = TimeSpan.FromMilliseconds(50) }
        );
        for (var i = 0; i < 2; i++)
            Assert.Equal(
                FormVerdictStatus.TooCostly,
                (await validator.Validate("{}", "{}", FilledAt, TestContext.Current.CancellationToken)).Status
            );
    }

    [Fact]
    public async Task Recursion_and_memory_have_an_end()
    {
        foreach (
            var body in new[]
            {
                "function f(){return f()+1} return f()",
                "var a=[];for(;;)a.push(new Array(1000).fill(1))",
            }
        )
        {
            using var validator = new FormValidator(
                $"var fourfoldForms={{validate:function(){{{body}}}}}",
                new FormValidatorOptions { MemoryBytes = 8 << 20, Timeout = TimeSpan.FromSeconds(60) }
            );
            Assert.Equal(
                FormVerdictStatus.TooCostly,
                (await validator.Validate("{}", "{}", FilledAt, TestContext.Current.CancellationToken)).Status
            );
        }
    }

    private static Task<FormVerdict> Judge(FormValidator validator, string schema, JsonNode answers) =>
        validator.Validate(schema, answers.ToJsonString(), FilledAt, TestContext.Current.CancellationToken);

    internal static FormValidator Open()
    {
        Assert.SkipUnless(File.Exists(Script), "the validator is not built: npm run build in web/");
        return new FormValidator(File.ReadAllText(Script));
    }

    private static async Task<List<JsonNode>> AskPeer(List<(string Schema, string Answers)> cases)
    {
        var start = new ProcessStartInfo("node", [Repository.At("web/packages/forms/tests/ajvPeer.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var node = Process.Start(start)!;
        var feeding = Task.Run(async () =>
        {
            foreach (var (schema, answers) in cases)
            {
                var line = new JsonObject
                {
                    ["schema"] = schema,
                    ["answers"] = answers,
                    ["now"] = Now,
                };
                await node.StandardInput.WriteLineAsync(line.ToJsonString());
            }
            node.StandardInput.Close();
        });
        var said = new List<JsonNode>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            said.Add(JsonNode.Parse(line)!);
        await feeding;
        await node.WaitForExitAsync();
        return said;
    }
}
