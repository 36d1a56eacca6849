using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Demo;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Tests;

/// <summary>The whole core on a real database, with a clock that moves when told and ids that count.</summary>
internal sealed class Product : IAsyncDisposable
{
    private static int _ids;

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private Product(TestDatabase database, PaperPlatform[] chats)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(new PublicAddress(null, null));
        services.AddSingleton(new NewIds(() => new Guid(Interlocked.Increment(ref _ids), 0, 0, new byte[8]), () => [1, 2, 3, 4]));
        services.AddSingleton<IBell>(Bell);
        foreach (var platform in chats.Append(Platform))
            services.AddSingleton<IChatPlatform>(platform);
        services.AddSingleton(ChatHiring.Cards.Wording.Load(Repository.File("cards", "words.en.json")));
        services.AddSingleton(PackShelf.Load(Path.Combine(Repository.Root, "packs")));
        services.Configure<StorageOptions>(options =>
            (options.Provider, options.ConnectionString) = (database.Engine.ToString(), database.ConnectionString));
        services.Configure<OrganisationOptions>(options => options.TimeZone = "Europe/Berlin");
        services.AddChatHiring();
        services.AddDemo(Path.Combine(Repository.Root, "samples", "demo.yaml"));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Starts on the Saturday after the sample loop's week: every interview has ended.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 6, 12, 0, 0, TimeSpan.Zero));

    public CountingBell Bell { get; } = new();

    public PaperPlatform Platform { get; } = new();

    public static string Sample { get; } = File.ReadAllText(Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml"));

    /// <param name="chats">Chat platforms beside the web.</param>
    public static async Task<Product> On(Engine engine, params PaperPlatform[] chats)
    {
        var product = new Product(new TestDatabase(engine), chats);
        await product.Get<PrepareStorage>().Run(CancellationToken.None);
        return product;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<ImportLoops.Outcome.Imported> Import(string text) =>
        Assert.IsType<ImportLoops.Outcome.Imported>(await Get<ImportLoops>().Run(text, Actor.Operator, CancellationToken.None));

    /// <summary>The sample loop, its question cards delivered.</summary>
    public async Task<SampleSeats> WithSampleLoop()
    {
        await Import(Sample);
        await Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        await Get<DeliverPosts>().Run(CancellationToken.None);
        return await Read(SampleSeats.Of);
    }

    public Task<T> Read<T>(Func<HiringDb, Task<T>> look) => Get<Snapshot>().Read(look, CancellationToken.None);

    public Task<PersonId> PersonOf(string email) => Read(db => db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

/// <summary>Counts its rings.</summary>
internal sealed class CountingBell : IBell
{
    private int _rings;

    public int Rings => _rings;

    public void Ring() => Interlocked.Increment(ref _rings);
}
