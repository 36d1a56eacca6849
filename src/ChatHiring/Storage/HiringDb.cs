using ChatHiring.Audit;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatHiring.Storage;

/// <summary>The tables. Written through <see cref="Commit"/>, read through <see cref="Snapshot"/>, never otherwise.</summary>
internal abstract class HiringDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<ChatAccount> ChatAccounts => Set<ChatAccount>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<PublishedPlan> Plans => Set<PublishedPlan>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<Candidate> Candidates => Set<Candidate>();

    public DbSet<Loop> Loops => Set<Loop>();

    public DbSet<Interview> Interviews => Set<Interview>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<DraftAnswer> DraftAnswers => Set<DraftAnswer>();

    public DbSet<Scorecard> Scorecards => Set<Scorecard>();

    public DbSet<TakenStep> TakenSteps => Set<TakenStep>();

    public DbSet<Debrief> Debriefs => Set<Debrief>();

    public DbSet<GoAhead> GoAheads => Set<GoAhead>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Address> Addresses => Set<Address>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<InboundClaim> InboundClaims => Set<InboundClaim>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditPayload> AuditPayloads => Set<AuditPayload>();

    public DbSet<AuditedRead> AuditedReads => Set<AuditedRead>();

    public DbSet<Organisation> Organisation => Set<Organisation>();

    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();

    public DbSet<SchemaMark> SchemaMarks => Set<SchemaMark>();

    /// <summary>Takes the loop's row: until the commit nobody else changes the loop. Read its children only afterwards. Null: no such loop.</summary>
    public abstract Task<Loop?> TakeLoop(LoopId id, CancellationToken cancel);

    /// <summary>Takes the organisation's row.</summary>
    public abstract Task<Organisation> TakeOrganisation(CancellationToken cancel);

    /// <summary>Takes at most <paramref name="limit"/> loops with a seat whose next step is due, leaving out those that somebody else holds.</summary>
    /// <param name="except">Loops to leave out too.</param>
    public abstract Task<List<Loop>> TakeLoopsWithDueSteps(DateTimeOffset now, int limit, IReadOnlyCollection<LoopId> except, CancellationToken cancel);

    /// <summary>Takes at most <paramref name="limit"/> posts whose next attempt is due, earliest first, leaving out those that somebody else holds.</summary>
    public abstract Task<List<Post>> TakeDuePosts(DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>The database's clock, by which leases are judged whatever a host's clock says.</summary>
    public abstract Task<DateTimeOffset> Now(CancellationToken cancel);

    /// <summary>Begins a read that sees one state of the tables.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshot(CancellationToken cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => StorageConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HiringDb).Assembly);
        StorageConventions.KeysAreOurs(modelBuilder);
        StorageConventions.NothingCascades(modelBuilder);
    }
}
