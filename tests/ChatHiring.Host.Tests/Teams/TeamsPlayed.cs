using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Storage;
using ChatHiring.Teams.Inbound;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>A whole loop on a host with Teams, to be played. What was done wrong towards Teams fails the test at its end.</summary>
internal sealed class TeamsPlayed(TestDatabase database, FakeTeams teams, HostApp app) : IAsyncDisposable
{
    public FakeTeams Teams => teams;

    public HostApp App => app;

    /// <summary>The bot is installed in the team, and its question cards are on their way.</summary>
    /// <param name="before">What Teams does differently from the start.</param>
    /// <param name="patience">How long people wait; as long as it takes when left out.</param>
    public static Task<TeamsPlayed> On(Engine engine, Func<FakeTeam, FakeTeam>? change = null, Action<FakeTeams>? before = null, TeamsPatience? patience = null) => On(new TestDatabase(engine), change, before, patience);

    /// <param name="database">With what is in it already; it goes when this does.</param>
    public static async Task<TeamsPlayed> On(TestDatabase database, Func<FakeTeam, FakeTeam>? change = null, Action<FakeTeams>? before = null, TeamsPatience? patience = null)
    {
        var teams = await TeamsApp.Teams(change);
        before?.Invoke(teams);
        var played = new TeamsPlayed(database, teams, TeamsApp.On(database, teams, patience is null ? null : services => services.AddSingleton(patience)));
        await played.Phone("rosa").Happens(events => events.InstalledInTeam(TeamsApp.Team));
        return played;
    }

    public TestDatabase Database => database;

    public TeamsPhone Phone(string name, FakeDevice? device = null) => new(app.CreateClient(), teams, device ?? new FakeDevice(teams, TeamsApp.AadOf(name)));

    public Task<T> Stored<T>(Func<HiringDb, Task<T>> read) => app.Services.GetRequiredService<Snapshot>().Read(read, CancellationToken.None);

    /// <summary>What became of a post: to somebody, or of the loop.</summary>
    public Task<(PostState State, DeliveryReason? Reason)> StateOf(PostKind kind, string? name = null) => Stored(async db =>
    {
        var post = await db.Posts.Where(post => post.Kind == kind && (name == null || db.People.Any(person => person.Id == post.PersonId && person.Email.StartsWith(name))))
            .OrderBy(post => post.CreatedAt).FirstOrDefaultAsync();
        return (post?.State ?? PostState.Waiting, post?.Reason);
    });

    /// <summary>What waits for its retry is made due, and delivered here rather than by the next sweep.</summary>
    /// <param name="looks">How often; as often as it takes when left out.</param>
    public async Task DeliverUntil(Func<Task<bool>> isSo, int looks = 0)
    {
        for (var look = 0; look < (looks == 0 ? 400 : looks) && !await isSo(); look++)
        {
            await app.Services.GetRequiredService<Commit>().Run(
                async db => (await db.Posts.AsTracking().Where(post => post.State == PostState.Waiting).ToListAsync()).Select(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch).Count(),
                CancellationToken.None);
            await app.Services.GetRequiredService<DeliverPosts>().Run(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }

        Assert.True(looks > 0 || await isSo());
    }

    public Task DeliverUntil(PostState state, PostKind kind, string? name = null) => DeliverUntil(async () => (await StateOf(kind, name)).State == state);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        await teams.DisposeAsync();
    }
}
