using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScenarioPortal.Benchmarks.Corpus;
using ScenarioPortal.Benchmarks.Filling;
using ScenarioPortal.Benchmarks.Serving;
using ScenarioPortal.Domain.Lists;
using ScenarioPortal.Matching;

namespace ScenarioPortal.Benchmarks.Matching;

/// <summary>
/// How long after its transaction began to commit a changed capability is found by its new text, through PostgreSQL: one change after another without a pause, so that each is taken in
/// while the lists and the stored matches of the one before are still being made.
/// </summary>
internal static class FreshnessBenchmark
{
    private const int Needs = 300;
    private const int Changes = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(int count, bool listens, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var places = Place.Read(PortalProgram.DataFile("regions.csv"));
        await using var node = await BenchmarkNode.MakeAsync(listens, cancellation);
        var (needs, offers) = (new Needs(places, new DateOnly(2026, 1, 1)), new Offers(places));
        await node.ImportAsync(ListKind.Opportunities, Needs, n => needs[n], cancellation);
        await node.ImportAsync(ListKind.Capabilities, 1, n => offers[n], cancellation);
        await node.MultiplyCapabilityAsync([.. Enumerable.Range(2, count - 1).Select(n => offers[n])], cancellation);
        var filled = Stopwatch.GetElapsedTime(began);
        await node.StartAsync(cancellation);
        var ids = await IdsAsync(node, cancellation);

        // The first ones are for the compiler.
        var milliseconds = new List<double>();
        for (var i = -Changes / 10; i < Changes; i++)
        {
            var took = await ChangeAsync(node, ids[Math.Abs(i) * 7919 % ids.Length], Word(i + Changes), cancellation);
            if (i >= 0)
            {
                milliseconds.Add(took.TotalMilliseconds);
            }
        }

        milliseconds.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Changed capability found by its new text, {node.Matcher.CapabilityCount:N0} capabilities and {node.Matcher.NeedCount:N0} needs, {(listens ? "told by PostgreSQL" : "looked for")}: p50 {At(50):0.0}, p95 {At(95):0.0}, p99 {At(99):0.0}, slowest {milliseconds[^1]:0.0} ms from the commit on, of {Changes} changes; filled in {filled.TotalSeconds:0} s"));

        double At(int percent) => milliseconds[Changes * percent / 100];
    }

    private static async Task<Guid[]> IdsAsync(BenchmarkNode node, CancellationToken cancellation)
    {
        await using var db = await node.OpenAsync(cancellation);
        return await db.Capabilities.OrderBy(c => c.ExternalId).Select(c => c.Id).ToArrayAsync(cancellation);
    }

    private static async Task<TimeSpan> ChangeAsync(BenchmarkNode node, Guid id, string word, CancellationToken cancellation)
    {
        await using var db = await node.OpenAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var capability = await db.Capabilities.SingleAsync(c => c.Id == id, cancellation);
        var entry = db.Entry(capability);
        entry.Property(c => c.Title).CurrentValue = $"{word} {capability.Title}"[..Math.Min(capability.Title.Length, 60)];
        entry.Property(c => c.Revision).CurrentValue++;
        await db.SaveChangesAsync(cancellation);

        var began = Stopwatch.GetTimestamp();
        await transaction.CommitAsync(cancellation);
        while (node.Matcher.Capability(id)?.Revision != capability.Revision)
        {
            await Task.Delay(1, cancellation);
            Require(Stopwatch.GetElapsedTime(began) < Longest, "It was not taken in");
        }

        var took = Stopwatch.GetElapsedTime(began);
        var need = new NeedDocument { Id = Guid.Empty, Revision = 1, Title = word, Description = "" };
        Require(node.Matcher.CapabilitiesFor(need, 10) is [{ } best, ..] && best.Id == id, "Its new text does not answer");
        return took;
    }

    /// <summary>One that no text has.</summary>
    private static string Word(int number) => $"qzx{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}qzx";

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException(what);
        }
    }
}
