using Fourfold.Forms;
using Fourfold.Forms.Validation;
using Fourfold.Kernel.Problems;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Submissions;

/// <summary>Judges answers with the validator of the phones, which is built with the web front. Without it nothing is taken in.</summary>
internal sealed partial class FormJudge(IOptions<ServeOptions> options, ILogger<FormJudge> log) : IDisposable
{
    private readonly Lock gate = new();
    private FormValidator? validator;

    /// <summary>Goes on when there is nothing wrong with the answers.</summary>
    /// <exception cref="Refused">
    /// 422 <c>form.invalid-answers</c> with <c>errors</c>, each <c>{path, code, params}</c>; 422 <c>form.unreadable-answers</c>
    /// or <c>form.too-costly</c>; 413 <c>form.answers-too-large</c>; 503 <c>form.busy</c> or <c>form.validator-missing</c>.
    /// </exception>
    public async Task Require(string schema, string answers, DateTimeOffset filledAt, CancellationToken ct)
    {
        var verdict = await Validator().Validate(schema, answers, filledAt, ct);
        switch (verdict.Status)
        {
            case FormVerdictStatus.Valid:
                return;
            case FormVerdictStatus.Invalid:
                throw Invalid(verdict.Errors);
            case FormVerdictStatus.TooLarge:
                throw new Refused("form.answers-too-large", 413).With("most", FormLimits.SubmissionLength);
            case FormVerdictStatus.TooCostly:
                throw Refused.Invalid("form.too-costly", "answers");
            case FormVerdictStatus.Busy:
                throw new Refused("form.busy", 503);
            default:
                throw Refused.Invalid("form.unreadable-answers", "answers");
        }
    }

    /// <summary>What is wrong with answers, in the phone's own words.</summary>
    public static Refused Invalid(IReadOnlyList<FormError> errors) =>
        Refused.Invalid("form.invalid-answers", "answers").With("count", errors.Count).With("errors", errors);

    public void Dispose() => validator?.Dispose();

    private FormValidator Validator()
    {
        lock (gate)
        {
            if (validator is not null)
                return validator;
            // Looked for anew each time: whoever builds the web front afterwards need not start again.
            if (options.Value.ValidatorFile is not { } file || !File.Exists(file))
            {
                Missing(log, options.Value.ValidatorFile ?? "Serve:ValidatorFile");
                throw new Refused("form.validator-missing", 503);
            }
            return validator = new FormValidator(File.ReadAllText(file));
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "No filled form can be taken in: the validator is not at {File}; it is built with the web front"
    )]
    private static partial void Missing(ILogger log, string file);
}
