using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace Fourfold.Forms.Validation;

/// <summary>
/// Judges submissions with the validator the phone runs: the script <c>web/packages/forms/dist/validator.js</c>, in a
/// few bounded engines that see neither clock nor network nor files. Safe to use from many threads.
/// </summary>
public sealed class FormValidator : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private const int Attempts = 2;

    private readonly Prepared<Script> script;
    private readonly FormValidatorOptions options;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentBag<Door> idle = [];

    /// <param name="script">Text of the built validator.</param>
    /// <param name="options">Its limits; null for the defaults.</param>
    public FormValidator(string script, FormValidatorOptions? options = null)
    {
        this.script = Engine.PrepareScript(script, "validator.js");
        this.options = options ?? new FormValidatorOptions();
        free = new SemaphoreSlim(this.options.Engines, this.options.Engines);
    }

    /// <summary>
    /// The same errors the phone shows for the same answers. The first of a form in each
    /// engine reads its schema.
    /// </summary>
    /// <param name="schema">JSON from <see cref="Schema.FormSchema.Compile"/>.</param>
    /// <param name="answers">JSON of the submission.</param>
    /// <param name="filledAt">When it was filled, with the offset of the place: "today" in expressions.</param>
    /// <param name="cancellation">Ends the wait for an engine, not the work of one.</param>
    public async Task<FormVerdict> Validate(
        string schema,
        string answers,
        DateTimeOffset filledAt,
        CancellationToken cancellation = default
    )
    {
        if (answers.Length > FormLimits.SubmissionLength)
            return Only(FormVerdictStatus.TooLarge);
        if (!IsReadable(answers))
            return Only(FormVerdictStatus.Unreadable);
        if (!await free.WaitAsync(options.Wait, cancellation).ConfigureAwait(false))
            return Only(FormVerdictStatus.Busy);
        try
        {
            return Judge(schema, answers, filledAt);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var door))
            door.Engine.Dispose();
        free.Dispose();
    }

    private FormVerdict Judge(string schema, string answers, DateTimeOffset filledAt)
    {
        for (var attempt = 1; ; attempt++)
        {
            Door? door = null;
            var isSound = false;
            try
            {
                if (!idle.TryTake(out door))
                    door = Open();
                var verdict = Ask(door, schema, answers, filledAt);
                isSound = true;
                return verdict;
            }
            // The limits of time are of the wall's clock: a machine that stood still for a moment has judged nothing.
            catch (Exception limit) when (attempt < Attempts && IsTime(limit)) { }
            catch (Exception limit) when (IsLimit(limit))
            {
                return Only(FormVerdictStatus.TooCostly);
            }
            finally
            {
                // An engine that was stopped midway is not asked again.
                if (door is not null && isSound && ++door.Uses < options.SubmissionsPerEngine)
                    idle.Add(door);
                else
                    door?.Engine.Dispose();
            }
        }
    }

    private static FormVerdict Ask(Door door, string schema, string answers, DateTimeOffset filledAt)
    {
        var now = filledAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        var said = door.Engine.Invoke(door.Validate, Key(schema), schema, answers, now).AsString();
        var errors = JsonSerializer.Deserialize<FormError[]>(said, Json) ?? [];
        return new FormVerdict(errors.Length == 0 ? FormVerdictStatus.Valid : FormVerdictStatus.Invalid, errors);
    }

    private static bool IsTime(Exception thrown) =>
        thrown is TimeoutException or System.Text.RegularExpressions.RegexMatchTimeoutException;

    private static bool IsLimit(Exception thrown) =>
        IsTime(thrown)
        || thrown is MemoryLimitExceededException or RecursionDepthOverflowException or ExecutionCanceledException;

    private Door Open()
    {
        var engine = new Engine(o =>
            o.TimeoutInterval(options.Timeout)
                .RegexTimeoutInterval(options.PatternTimeout)
                .LimitMemory(options.MemoryBytes)
                .LimitRecursion(options.Recursion)
                .DisableStringCompilation()
        );
        try
        {
            engine.Execute(script);
            return new Door(engine, engine.GetValue("fourfoldForms").AsObject().Get("validate"));
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    private static string Key(string schema) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(schema)));

    private static bool IsReadable(string answers)
    {
        try
        {
            using var document = JsonDocument.Parse(answers, Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static FormVerdict Only(FormVerdictStatus status) => new(status, []);

    private sealed class Door(Engine engine, JsValue validate)
    {
        public Engine Engine { get; } = engine;
        public JsValue Validate { get; } = validate;
        public int Uses { get; set; }
    }
}
