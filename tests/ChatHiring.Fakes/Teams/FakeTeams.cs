using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Teams;

/// <summary>
/// Teams as its documents describe it, on this machine: the connector, the issuer of the tokens that it sends, and Entra for those that the bot sends.
/// Strict where Teams is, and where Teams lets something pass that the product must never do, it is recorded and fails the test.
/// </summary>
public sealed class FakeTeams : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<TeamsCall> _calls = new();
    private readonly FakeFaults _faults = new();
    private readonly WebApplication _web;

    private FakeTeams(TimeProvider time, FakeTenant tenant)
    {
        (Tenant, Time) = (tenant, time);
        Bases = [$"amer/{tenant.Id}", $"emea/{tenant.Id}", "teams"];
        Issuer = new FakeIssuer(tenant, time, () => Address);
        Entra = new FakeEntra(tenant, time, _faults, () => Address);
        Pace = new FakePace(time);
        var places = new Places(tenant);
        var server = new TeamsServer(
            this, _faults, _calls,
            [.. Issuer.Routes, .. Entra.Routes, .. new ConversationRoutes(this, places, _faults).All, .. new ActivityRoutes(this, places, _faults).All, .. new RosterRoutes(tenant, places, _faults).All]);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.Run(context => server.Answer(context, _stopping.Token));
    }

    public FakeTenant Tenant { get; }

    public TeamsMessages Messages { get; } = new();

    /// <summary>Signs what Teams sends.</summary>
    public FakeIssuer Issuer { get; }

    /// <summary>Hands out the tokens that the connector asks for.</summary>
    public FakeEntra Entra { get; }

    /// <summary>The limits of a conversation; off until a test turns them on.</summary>
    public FakePace Pace { get; }

    /// <summary>False: as the Agents Playground, which asks for no token and must get none.</summary>
    public bool AsksForTokens { get; set; } = true;

    /// <summary>What goes wrong on purpose, by operation.</summary>
    public FaultPlan<TeamsCall, TeamsFault> Faults { get; } = new(call => call.Operation);

    /// <summary>Every call in order, whatever became of it.</summary>
    public IReadOnlyList<TeamsCall> Calls => [.. _calls];

    /// <summary>Whatever the caller must not do: unknown paths, ids that are not encoded, cards that are not 1.5, text beside a card.</summary>
    public IReadOnlyList<string> Wrong => _faults.All;

    /// <summary>Where it listens, with the slash at the end.</summary>
    public Uri Address => new(_web.Urls.Single() + "/");

    /// <summary>What activities carry.</summary>
    public string ServiceUrl => ServiceUrlOf("amer");

    /// <summary>Where a bot begins that has heard nothing yet.</summary>
    public string FirstServiceUrl => $"{Address}teams/";

    /// <summary>The value of <c>Teams:OpenIdMetadataUrl</c>.</summary>
    public Uri OpenIdMetadataUrl => new(Address, "v1/.well-known/openidconfiguration");

    internal IReadOnlyList<string> Bases { get; }

    internal TimeProvider Time { get; }

    /// <param name="time">Tokens and limits live by it.</param>
    public static async Task<FakeTeams> Start(TimeProvider time, FakeTenant? tenant = null)
    {
        var teams = new FakeTeams(time, tenant ?? new FakeTenant());
        await teams._web.StartAsync();
        return teams;
    }

    /// <param name="region"><c>amer</c> or <c>emea</c>: people of one tenant may have different ones.</param>
    public string ServiceUrlOf(string region) => $"{Address}{region}/{Tenant.Id}/";

    /// <summary>A device of somebody, without quirks.</summary>
    public FakeDevice Device(string aad) => new(this, aad);

    /// <summary>Takes away what the test provoked itself.</summary>
    public int Forgive(string part) => _faults.Forgive(part);

    /// <summary>Fails when anything wrong was done.</summary>
    public void AssertNothingWrong() => _faults.AssertNone("Teams");

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _web.DisposeAsync();
        _stopping.Dispose();
        AssertNothingWrong();
    }

    internal void Record(string fault) => _faults.Add(fault);
}
