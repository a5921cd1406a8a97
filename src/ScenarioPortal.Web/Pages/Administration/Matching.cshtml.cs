using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ScenarioPortal.Data;
using ScenarioPortal.Data.Opportunities;
using ScenarioPortal.Matching;
using ScenarioPortal.Matching.Learning;
using ScenarioPortal.Matching.Scoring;
using ScenarioPortal.Web.Localisation;
using ScenarioPortal.Web.Matches;
using ScenarioPortal.Web.Pages.Shared;

namespace ScenarioPortal.Web.Pages.Administration;

/// <summary>How this node matches: its index, the weights in force, what a second file of weights would change, and what decisions teach. It keeps and changes nothing.</summary>
internal sealed class MatchingModel(
    PortalDbContext db, LiveIndex index, JudgingProgram program, DecisionReader decisions, EmbeddingWorker meanings, IStringLocalizer<Texts> L) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public LiveIndex Index => index;

    public Matcher Matcher => index.Matcher;

    public EmbeddingWorker Meanings => meanings;

    public IndexLag Lag { get; private set; } = null!;

    /// <summary>Who judges; null before anybody did.</summary>
    public JudgingState? Judging { get; private set; }

    /// <summary>What was compared; null before anything was.</summary>
    public IReadOnlyList<Row>? Compared { get; private set; }

    /// <summary>The version of the second file.</summary>
    public string? OtherVersion { get; private set; }

    /// <summary>Decisions between pairs that were shown, by which weights can be judged.</summary>
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    /// <summary>So many must there be before anything is learnt from them.</summary>
    public int Needed => decisions.Needed;

    /// <summary>What they teach; null before that was asked.</summary>
    public LearntWeights? Learnt { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Lag = await index.LagAsync(HttpContext.RequestAborted);
        Decisions = await decisions.ReadAsync(HttpContext.RequestAborted);
        Judging = await JudgingAsync(HttpContext.RequestAborted);
        await next();
    }

    public IActionResult OnGet()
    {
        Input.Weights = Matcher.Weights.ToText();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Both sides see the lists of one moment.
        var inForce = Matcher.With(Matcher.Weights);
        var needs = await NeedsAsync(inForce, cancellation);
        var weights = await WeightsAsync(cancellation);
        if (!ModelState.IsValid || weights is null)
        {
            return this.Again();
        }

        var other = inForce.With(weights);
        OtherVersion = weights.Version;
        Compared = [.. needs.Select(n => new Row(n.Number, WeightComparison.Of(n.Need, inForce, other)))];
        return Page();
    }

    /// <summary>Proposes weights; who wants them in force puts them there as any other file.</summary>
    public IActionResult OnPostLearn()
    {
        Input.Weights = Matcher.Weights.ToText();
        if (Decisions.Count < Needed)
        {
            this.Refuse("", L["可供比较的联系有 {0} 次，满 {1} 次才能学习。", Decisions.Count, Needed]);
            return this.Again();
        }

        Learnt = new WeightLearner(Matcher).Learn(Decisions);
        Input.Weights = (Learnt.Weights ?? Matcher.Weights).ToText();
        return Page();
    }

    private Task<JudgingState?> JudgingAsync(CancellationToken cancellation) => db.Judges.OrderByDescending(j => j.Id)
        .Select(j => new JudgingState
        {
            IsThisProgram = j.Program == program.Version,
            BeganAt = j.BeganAt,
            Waiting = db.Matches.Count(m => m.JudgedBy < j.Id),
            WaitingSubjects = db.Judgings.Count(s => s.JudgedBy < j.Id)
        })
        .FirstOrDefaultAsync(cancellation);

    private async Task<IReadOnlyList<(string? Number, NeedDocument Need)>> NeedsAsync(Matcher matcher, CancellationToken cancellation)
    {
        var asked = Input.Named();
        if (asked.Length is 0 or > Form.NeedsMax)
        {
            this.Refuse("Input.Numbers", asked.Length == 0
                ? L["请填写已发布机会的编号，最多 {0} 条。", Form.NeedsMax]
                : L["写了 {0} 条，一次最多比较 {1} 条。", asked.Length, Form.NeedsMax]);
            return [];
        }

        var ids = asked.Select(a => Guid.TryParse(a, out var id) ? id : (Guid?)null).OfType<Guid>().ToArray();
        var known = await db.Opportunities.Public().Where(o => asked.Contains(o.Number) || ids.Contains(o.Id))
            .Select(o => new { o.Id, o.Number }).ToListAsync(cancellation);
        var found = (
            from name in asked
            let opportunity = known.Find(o => o.Number == name || o.Id.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            select (Name: name, opportunity?.Number, Need: opportunity is null ? null : matcher.Need(opportunity.Id))).ToArray();
        var absent = found.Where(f => f.Need is null).Select(f => f.Name).ToArray();
        if (absent.Length > 0)
        {
            this.Refuse("Input.Numbers", L["没有找到这些已发布的机会：{0}。", L.Joined(absent)]);
        }

        return [.. found.Where(f => f.Need is not null).Select(f => (f.Number, f.Need!)).DistinctBy(f => f.Item2.Id)];
    }

    private async Task<MatchWeights?> WeightsAsync(CancellationToken cancellation)
    {
        if (Input.File is { } file)
        {
            if (file.Length > Form.FileMax || await TextOfAsync(file, cancellation) is not { } text)
            {
                this.Refuse("Input.File", L["权重文件是 {0} KB 以内的文本文件（.csv），这个文件不是。", Form.FileMax >> 10]);
                return null;
            }

            // What was uploaded can be put right on the page.
            ModelState.Remove("Input.Weights");
            Input.Weights = text;
        }

        if (string.IsNullOrWhiteSpace(Input.Weights) || Input.Weights.Length > Form.FileMax)
        {
            this.Refuse("Input.Weights", L["请粘贴或上传另一份权重，{0} KB 以内。", Form.FileMax >> 10]);
            return null;
        }

        try
        {
            return MatchWeights.Load(new StringReader(Input.Weights));
        }
        catch (MatchWeightsException refusal)
        {
            this.Refuse("Input.Weights", L.Sentence(refusal));
            return null;
        }
    }

    /// <summary>Null when it is no text.</summary>
    private static async Task<string?> TextOfAsync(IFormFile file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            var text = await reader.ReadToEndAsync(cancellation);
            return text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    internal sealed class Form
    {
        public const int NeedsMax = 5;
        public const int FileMax = 64 << 10;
        public const int NumbersMaxLength = 400;

        /// <summary>Official numbers, or addresses of pages, with anything usual between them.</summary>
        public string? Numbers { get; set; }

        public string? Weights { get; set; }

        public IFormFile? File { get; set; }

        public string[] Named() =>
        [
            .. (Numbers ?? "").Split([' ', '\r', '\n', '\t', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(n => n[(n.LastIndexOf('/') + 1)..]).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
        ];
    }

    internal sealed record JudgingState
    {
        /// <summary>Another program than this node's judges, which is newer.</summary>
        public required bool IsThisProgram { get; init; }

        public required DateTimeOffset BeganAt { get; init; }

        /// <summary>So many stored matches are still by an earlier judge.</summary>
        public required int Waiting { get; init; }

        /// <summary>The partners of so many opportunities and capabilities were not looked for by this judge yet.</summary>
        public required int WaitingSubjects { get; init; }
    }

    internal sealed record Row(string? Number, WeightComparison Comparison);
}
