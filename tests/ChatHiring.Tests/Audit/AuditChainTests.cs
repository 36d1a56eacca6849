using ChatHiring.Audit;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Audit;

public sealed class AuditChainTests
{
    /// <summary>What somebody who can write to the database might change in an entry.</summary>
    public static TheoryData<string> Fields { get; } =
        [.. typeof(AuditEntry).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Changing_any_field_of_any_entry_breaks_the_chain_at_that_entry(string field)
    {
        await using var product = await Product.On(Engine.Sqlite);
        var (chain, entries) = await OfTheLoop(product);
        Assert.True(entries.Count > 5);
        Assert.Null(AuditChain.FirstBroken(chain, entries));

        for (var at = 0; at < entries.Count; at++)
        {
            var (honest, forged) = (entries[at], Forged(entries[at], field));
            entries[at] = forged;
            Assert.Equal(at + 1, AuditChain.FirstBroken(chain, entries));
            entries[at] = honest;
        }
    }

    [Fact]
    public async Task An_entry_taken_out_put_in_or_moved_breaks_the_chain()
    {
        await using var product = await Product.On(Engine.Sqlite);
        var (chain, entries) = await OfTheLoop(product);

        for (var at = 0; at < entries.Count; at++)
            Assert.Equal(at + 1, AuditChain.FirstBroken(chain, [.. entries[..at], .. entries[(at + 1)..]]));
        Assert.Equal(3, AuditChain.FirstBroken(chain, [.. entries[..2], entries[1], .. entries[2..]]));
        Assert.Equal(2, AuditChain.FirstBroken(chain, [entries[0], entries[2], entries[1], .. entries[3..]]));
        Assert.Equal(1, AuditChain.FirstBroken(chain, []));
    }

    [Fact]
    public async Task A_head_that_says_something_else_breaks_the_chain_behind_its_end()
    {
        await using var product = await Product.On(Engine.Sqlite);
        var (chain, entries) = await OfTheLoop(product);

        chain.AuditCount++;
        Assert.Equal(entries.Count + 1, AuditChain.FirstBroken(chain, entries));
        chain.AuditCount--;
        chain.AuditHead = entries[^2].Hash;
        Assert.Equal(entries.Count + 1, AuditChain.FirstBroken(chain, entries));
    }

    [Theory, BothDatabases]
    public async Task Erasing_payloads_leaves_the_chain_whole(Engine engine)
    {
        await using var product = await Product.On(engine);
        await OfTheLoop(product);

        await product.Change(async db => db.AuditPayloads.RemoveRange(await db.AuditPayloads.AsTracking().ToListAsync()));

        var (chain, entries) = await Read(product);
        Assert.Null(AuditChain.FirstBroken(chain, entries));
        Assert.Equal(0, await product.Read(db => db.AuditPayloads.CountAsync()));
    }

    [Fact]
    public async Task A_payload_is_what_its_entry_was_written_about_and_nothing_else_is()
    {
        await using var product = await Product.On(Engine.Sqlite);
        var (_, entries) = await OfTheLoop(product);
        var payloads = await product.Read(db => db.AuditPayloads.ToDictionaryAsync(payload => payload.EntryId));

        foreach (var entry in entries)
        {
            var payload = payloads[entry.Id];
            Assert.True(AuditChain.Matches(entry, payload));
            Assert.False(AuditChain.Matches(entry, new AuditPayload { EntryId = entry.Id, Salt = payload.Salt, Content = payload.Content + " " }));
            Assert.False(AuditChain.Matches(entry, new AuditPayload { EntryId = entry.Id, Salt = [9], Content = payload.Content }));
        }
    }

    [Theory, BothDatabases]
    public async Task No_score_and_no_evidence_is_in_the_audit(Engine engine)
    {
        await using var product = await Product.On(engine);
        await OfTheLoop(product);

        var contents = await product.Read(db => db.AuditPayloads.Select(payload => payload.Content).ToListAsync());
        Assert.DoesNotContain(contents, content => content.Contains("quokka", StringComparison.Ordinal) || content.Contains("core\":", StringComparison.Ordinal));
    }

    private static async Task<(Loop Chain, List<AuditEntry> Entries)> OfTheLoop(Product product)
    {
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "quokka");
        await product.SubmitFull(seats["peer", Cast.Bo], "quokka");
        return await Read(product);
    }

    private static async Task<(Loop Chain, List<AuditEntry> Entries)> Read(Product product)
    {
        var loop = await product.Read(db => db.Loops.SingleAsync());
        return (loop, await product.Read(db => db.AuditEntries.Where(entry => entry.ChainId == loop.Id.Value).OrderBy(entry => entry.Number).ToListAsync()));
    }

    private static AuditEntry Forged(AuditEntry entry, string field) => new()
    {
        Id = field == "Id" ? new(new Guid(7, 7, 7, new byte[8])) : entry.Id,
        ChainId = field == "ChainId" ? Organisation.Chain : entry.ChainId,
        Number = field == "Number" ? entry.Number + 1 : entry.Number,
        At = field == "At" ? entry.At.AddMicroseconds(1) : entry.At,
        Actor = field == "Actor" ? entry.Actor + "x" : entry.Actor,
        Kind = field == "Kind" ? entry.Kind + "x" : entry.Kind,
        SubjectId = field == "SubjectId" ? new Guid(7, 7, 7, new byte[8]) : entry.SubjectId,
        PayloadHash = field == "PayloadHash" ? new byte[32] : entry.PayloadHash,
        PreviousHash = field == "PreviousHash" ? new byte[32] : entry.PreviousHash,
        Hash = field == "Hash" ? new byte[32] : entry.Hash,
    };
}
