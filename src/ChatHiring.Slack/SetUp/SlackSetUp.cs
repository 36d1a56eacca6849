using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Install;
using ChatHiring.Slack.Outbound;
using ChatHiring.Slack.SocketMode;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.SetUp;

/// <summary>Token, permissions, signature and channels as Slack answers now; a test message when somebody asks for one.</summary>
internal sealed class SlackSetUp(
    SlackApi api, SlackDirectory directory, SlackHeard heard, SlackKnock knock, SocketCheck sockets, SlackFoundPeople foundPeople, SlackTestMessage testMessage, IOptions<SlackOptions> options, IOptions<DebriefsOptions> debriefs, Wording words, TimeProvider time)
    : ICheckSetUp
{
    /// <summary>How long a person waits for Slack at most, however many calls it takes.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    private static readonly Dictionary<string, string?> Nothing = [];

    public string Platform => SlackPosts.Platform;

    public async Task<IReadOnlyList<SetUpItem>> Check(SetUpAsk ask, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var asked = await InTime<SlackAnswer>(() => api.Call("auth.test", Nothing, either.Token), lost => lost, cancel);
        var channels = asked is SlackAnswer.Done ? await ChannelsOf(ask.Channels, either.Token, cancel) : ask.Channels.Select(name => Channel(name, SetUpState.NotTried, "set-up.token-first"));
        var people = asked is SlackAnswer.Done ? await PeopleOf(ask.People, either.Token, cancel) : null;
        return [TokenOf(asked), ScopesOf(asked), await ComesIn(ask, either.Token, cancel), .. channels, .. people is null ? [] : new[] { people }];
    }

    private Task<SetUpItem> ComesIn(SetUpAsk ask, CancellationToken inTime, CancellationToken cancel) => ask.Host switch
    {
        _ when options.Value.IsSocketMode => InTime(() => sockets.Item(inTime), _ => new(SetUpPart.Connections, SetUpState.NotTried, words.Say("set-up.slack-silent")), cancel),
        { } host => knock.At(host, cancel),
        null => Task.FromResult(heard.Item(ask.ZoneId)),
    };

    public async Task<SetUpItem> SendTestMessage(string? account, string email, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        return await InTime(
            () => testMessage.Send(account, email, either.Token), lost => new(SetUpPart.TestMessage, SetUpState.Fault, words.Sentence(lost, IsFixed)), cancel);
    }

    private bool IsFixed => !options.Value.IsInstalledThroughOAuth;

    private static async Task<T> InTime<T>(Func<Task<T>> ask, Func<SlackAnswer, T> lost, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return lost(new SlackAnswer.Silent());
        }
    }

    private SetUpItem TokenOf(SlackAnswer asked) => asked switch
    {
        SlackAnswer.Done { Body: var us } when us.Text("bot_id") is null => new(SetUpPart.Token, SetUpState.Fault, words.Say("set-up.token-kind")),
        SlackAnswer.Done { Body: var us } => new(
            SetUpPart.Token, SetUpState.Works, words.Say("set-up.token", ("workspace", us.Text("team") ?? us.Text("team_id") ?? ""), ("bot", us.Text("user") ?? us.Text("user_id") ?? ""))),
        _ => new(SetUpPart.Token, SetUpState.Fault, words.Sentence(asked, IsFixed)),
    };

    private SetUpItem ScopesOf(SlackAnswer asked) => asked switch
    {
        SlackAnswer.Done { Scopes: { Count: > 0 } given } when SlackScopes.Missing(given) is { Count: > 0 } missing => Scopes(SetUpState.Fault, "set-up.scopes-missing", missing),
        SlackAnswer.Done { Scopes: { Count: > 0 } given } when SlackScopes.Reading(given) is { Count: > 0 } reading => Scopes(SetUpState.Fault, "set-up.scopes-reading", reading),
        SlackAnswer.Done { Scopes: { Count: > 0 } given } when SlackScopes.Needless(given) is { Count: > 0 } needless =>
            Scopes(SetUpState.Works, "set-up.scopes-needless", needless),
        SlackAnswer.Done { Scopes.Count: > 0 } => Scopes(SetUpState.Works, "set-up.scopes", SlackScopes.Asked),
        SlackAnswer.Done => Scopes(SetUpState.NotTried, "set-up.scopes-untold", []),
        _ => Scopes(SetUpState.NotTried, "set-up.token-first", []),
    };

    private SetUpItem Scopes(SetUpState state, string key, IReadOnlyList<string> scopes) =>
        new(SetUpPart.Scopes, state, words.Say(key, ("scopes", string.Join(", ", scopes))));

    private async Task<IEnumerable<SetUpItem>> ChannelsOf(IReadOnlyList<string> names, CancellationToken inTime, CancellationToken cancel)
    {
        var found = await InTime(async () => await directory.FindChannels(names, inTime), _ => new Dictionary<string, Lookup>(), cancel);
        return names.Select(name => found.GetValueOrDefault(name) switch
        {
            Lookup.Found => Channel(name, SetUpState.Works, debriefs.Value.MayBePublic ? "set-up.channel-or-public" : "set-up.channel"),
            Lookup.NotHere { Why: DeliveryReason.ChannelPublic } => Channel(name, SetUpState.Fault, "set-up.channel-public"),
            Lookup.NotHere not => new(SetUpPart.Channel, SetUpState.Fault, words.Say(not.Why), name),
            _ => Channel(name, SetUpState.NotTried, "set-up.slack-silent"),
        });
    }

    private Task<SetUpItem?> PeopleOf(IReadOnlyList<SetUpPerson> people, CancellationToken inTime, CancellationToken cancel) => InTime(
        () => foundPeople.Item(people, inTime), _ => new(SetUpPart.People, SetUpState.NotTried, words.Say("set-up.slack-silent")), cancel);

    private SetUpItem Channel(string name, SetUpState state, string key) => new(SetUpPart.Channel, state, words.Say(key), name);
}
