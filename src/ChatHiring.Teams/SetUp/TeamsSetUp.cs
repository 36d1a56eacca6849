using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.SetUp;

/// <summary>Token, requests, people and channels as Entra and Teams answer now; a test message when somebody asks for one.</summary>
internal sealed class TeamsSetUp(
    TeamsTokens tokens, TeamsDirectory directory, TeamsPlaces places, TeamsHeard heard, TeamsKnock knock, TeamsTestMessage testMessage, IOptions<TeamsOptions> options, IOptions<DebriefsOptions> debriefs, Wording words, TimeProvider time)
    : ICheckSetUp
{
    /// <summary>How long a person waits for Entra and Teams at most, however many calls it takes.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public string Platform => TeamsPlaces.Platform;

    public async Task<IReadOnlyList<SetUpItem>> Check(SetUpAsk ask, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var token = await InTime(() => TokenItem(either.Token), () => Token(SetUpState.Fault, "set-up.entra-unreached"), cancel);
        var requests = ask.Host is { } host ? await knock.At(host, cancel) : heard.Item(ask.ZoneId);
        List<SetUpItem> channels = [];
        foreach (var name in ask.Channels)
            channels.Add(token.State == SetUpState.Fault
                ? Channel(name, SetUpState.NotTried, "set-up.token-first")
                : await InTime(() => ChannelItem(name, either.Token), () => Channel(name, SetUpState.NotTried, "set-up.teams-silent"), cancel));
        return [token, requests, await PeopleItem(ask.People, cancel), .. channels];
    }

    public async Task<SetUpItem> SendTestMessage(string? account, string email, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        return await InTime(() => testMessage.Send(account, email, either.Token), () => new(SetUpPart.TestMessage, SetUpState.Fault, words.Say("set-up.teams-silent")), cancel);
    }

    private static async Task<SetUpItem> InTime(Func<Task<SetUpItem>> ask, Func<SetUpItem> lost, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (Exception gone) when (gone is HttpRequestException || (gone is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return lost();
        }
    }

    private async Task<SetUpItem> TokenItem(CancellationToken cancel) => await tokens.Bot(cancel) switch
    {
        (_, TeamsAnswer.NoToken refused) => new(SetUpPart.Token, SetUpState.Fault, words.TokenSentence(refused.Error)),
        (_, not null) => new(SetUpPart.Token, SetUpState.Fault, words.TokenSentence("unreached")),
        (null, _) => Token(SetUpState.NotTried, "set-up.entra-unasked"),
        _ => new(SetUpPart.Token, SetUpState.Works, words.Say("set-up.entra", ("app", options.Value.AppId ?? ""), ("tenant", options.Value.TenantId ?? ""))),
    };

    // Who has the app neither in Teams nor at all still has the web: nobody but everybody lacking it is a fault.
    private async Task<SetUpItem> PeopleItem(IReadOnlyList<SetUpPerson> people, CancellationToken cancel)
    {
        var chats = await places.Chats(cancel);
        var reached = people.Count(person => person.Accounts.TryGetValue(Platform, out var account) && chats.Contains(account));
        var (state, key) = people.Count switch
        {
            0 => (SetUpState.NotTried, "set-up.people-nobody"),
            _ when reached == 0 => (SetUpState.Fault, "set-up.people-none"),
            _ when reached < people.Count => (SetUpState.Works, "set-up.people-some"),
            _ => (SetUpState.Works, "set-up.people-all"),
        };
        return new(SetUpPart.People, state, words.Say(key, ("reached", reached), ("people", people.Count)));
    }

    private async Task<SetUpItem> ChannelItem(string name, CancellationToken cancel) => await directory.FindChannel(name, cancel) switch
    {
        Lookup.Found => Channel(name, SetUpState.Works, debriefs.Value.MayBePublic ? "set-up.teams-channel-or-public" : "set-up.channel"),
        Lookup.NotHere { Why: DeliveryReason.NotInstalled } => Channel(name, SetUpState.Fault, "set-up.teams-no-team"),
        Lookup.NotHere { Why: DeliveryReason.NotInChannel } => Channel(name, SetUpState.Fault, "set-up.teams-no-channel"),
        Lookup.NotHere not => new(SetUpPart.Channel, SetUpState.Fault, words.Say(not.Why), name),
        _ => Channel(name, SetUpState.NotTried, "set-up.teams-silent"),
    };

    private SetUpItem Token(SetUpState state, string key) => new(SetUpPart.Token, state, words.Say(key));

    private SetUpItem Channel(string name, SetUpState state, string key) => new(SetUpPart.Channel, state, words.Say(key), name);
}
