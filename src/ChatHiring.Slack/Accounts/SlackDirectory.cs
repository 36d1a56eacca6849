using System.Text.Json;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.Accounts;

/// <summary>Looks people, channels and messages up in Slack.</summary>
internal sealed class SlackDirectory(SlackApi api, IOptions<DebriefsOptions> debriefs, TimeProvider time)
{
    /// <summary>The type of the metadata by which a message of ours is found again.</summary>
    public const string PostEvent = "chathiring_post";

    // A private channel that the bot is in is among the first; a workspace has thousands of public ones.
    private const int MostPages = 20;

    public async Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel) =>
        await (account is null ? api.Call("users.lookupByEmail", With(("email", email)), cancel) : api.Call("users.info", With(("user", account)), cancel)) switch
        {
            SlackAnswer.Done done when done.Body.Child("user") is var user && user.Text("id") is { } id =>
                SlackMember.Fault(user) is { } why ? new Lookup.NotHere(why) : new Lookup.Found(id, user.Text("tz")),
            var answer => NotFound(answer),
        };

    /// <summary>Until when Slack keeps its own notifications from somebody. Somebody's snooze is shown to nobody else.</summary>
    public async Task<DateTimeOffset?> QuietUntil(string user, CancellationToken cancel) =>
        await api.Call("dnd.info", With(("user", user)), cancel) is SlackAnswer.Done { Body: var dnd } && dnd.Flag("dnd_enabled")
        && dnd.Instant("next_dnd_start_ts") is { } start && dnd.Instant("next_dnd_end_ts") is { } end && start <= time.GetUtcNow() && time.GetUtcNow() < end
            ? end
            : null;

    /// <summary>What Slack says of a full member of our own workspace or organisation; null for anybody else, and when Slack does not answer.</summary>
    public async Task<JsonElement?> Member(string user, CancellationToken cancel) =>
        await api.Call("users.info", With(("user", user)), cancel) is SlackAnswer.Done done && done.Body.Child("user") is var member
        && SlackMember.Fault(member) is null && await IsOurs(member, cancel)
            ? member
            : null;

    // Somebody of another company in a shared channel brings whatever address that company gave them.
    private async Task<bool> IsOurs(JsonElement member, CancellationToken cancel) =>
        await api.Call("auth.test", With(), cancel) is SlackAnswer.Done { Body: var us }
        && (Same(member.Text("team_id"), us.Text("team_id")) || Same(member.Text("team_id"), us.Text("enterprise_id"))
            || Same(member.Child("enterprise_user").Text("enterprise_id"), us.Text("enterprise_id")));

    private static bool Same(string? theirs, string? ours) => theirs is { Length: > 0 } && theirs == ours;

    public async Task<Lookup> FindChannel(string name, CancellationToken cancel) => (await FindChannels([name], cancel))[name];

    /// <summary>Looks for channels by their names; each name has its answer.</summary>
    public async Task<IReadOnlyDictionary<string, Lookup>> FindChannels(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var found = new Dictionary<string, Lookup>(StringComparer.Ordinal);
        var cursor = "";
        for (var page = 0; page < MostPages && found.Count < names.Count; page++)
        {
            var answer = await api.Call("conversations.list", With(("types", "private_channel,public_channel"), ("limit", "200"), ("cursor", cursor)), cancel);
            if (answer is not SlackAnswer.Done done)
                return names.ToDictionary(name => name, name => found.GetValueOrDefault(name) ?? NotFound(answer), StringComparer.Ordinal);
            foreach (var channel in done.Body.Children("channels"))
                if (channel.Text("name") is { } name && names.Contains(name))
                    found.TryAdd(name, FaultOf(channel) is { } why ? new Lookup.NotHere(why) : new Lookup.Found(channel.Text("id") ?? ""));
            cursor = done.Body.Child("response_metadata").Text("next_cursor") ?? "";
            if (cursor.Length == 0)
                break;
        }

        return names.ToDictionary(name => name, name => found.GetValueOrDefault(name) ?? new Lookup.NotHere(DeliveryReason.NotInChannel), StringComparer.Ordinal);
    }

    /// <summary>Somebody's chat with the bot, as Slack names it; null when Slack does not say.</summary>
    public async Task<string?> ChatWith(string account, CancellationToken cancel) =>
        await api.Call("conversations.open", With(("users", account)), cancel) is SlackAnswer.Done { Body: var chat } ? chat.Child("channel").Text("id") : null;

    /// <summary>Whether the channel may still be written to: it can have become another since it was found (product rule 15).</summary>
    public async Task<DeliveryOutcome?> FaultOfChannel(string channel, CancellationToken cancel) =>
        await api.Call("conversations.info", With(("channel", channel)), cancel) switch
        {
            SlackAnswer.Done done => FaultOf(done.Body.Child("channel")) is { } why ? new DeliveryOutcome.Rejected(why) : null,
            var answer => SlackErrors.Outcome(answer, time.GetUtcNow()) is not DeliveryOutcome.Unknown and var outcome ? outcome : new DeliveryOutcome.Unavailable(),
        };

    /// <summary>Looks a post's message up in the reader's chat with the bot. A hiring channel is never read.</summary>
    public async Task<SentLookup> FindSent(Envelope envelope, CancellationToken cancel)
    {
        var opened = await api.Call("conversations.open", With(("users", envelope.To)), cancel);
        if (opened is not SlackAnswer.Done { Body: var chat } || chat.Child("channel").Text("id") is not { } channel)
            return new SentLookup.NoAnswer(opened);
        var read = await api.Call("conversations.history", With(("channel", channel), ("include_all_metadata", "true"), ("limit", "100")), cancel);
        if (read is not SlackAnswer.Done { Body: var history })
            return new SentLookup.NoAnswer(read);
        // The one that could not be changed may still be there; looked for is the one that took its place.
        var left = SlackReference.Read(envelope.Replaces)?.Ts;
        var ts = history.Children("messages").Where(message => IsOf(message.Child("metadata"), envelope)).Select(message => message.Text("ts")).FirstOrDefault(sent => sent != left);
        return ts is null ? new SentLookup.NotThere() : new SentLookup.Found(new(channel, ts));
    }

    /// <returns>Null: Slack names none.</returns>
    public async Task<Uri?> Permalink(SlackReference message, CancellationToken cancel) =>
        await api.Call("chat.getPermalink", With(("channel", message.Channel), ("message_ts", message.Ts)), cancel) is SlackAnswer.Done done
            && Uri.TryCreate(done.Body.Text("permalink"), UriKind.Absolute, out var link)
                ? link
                : null;

    private static bool IsOf(JsonElement metadata, Envelope envelope) =>
        metadata.Text("event_type") == PostEvent
        && metadata.Child("event_payload").Text("post") == envelope.Post.ToString()
        && metadata.Child("event_payload").Child("part") is { ValueKind: JsonValueKind.Number } part && part.GetInt32() == envelope.Part;

    private DeliveryReason? FaultOf(JsonElement channel) =>
        channel.Flag("is_archived") ? DeliveryReason.ChannelArchived
        : channel.Flag("is_ext_shared") || channel.Flag("is_pending_ext_shared") ? DeliveryReason.ChannelShared
        : !channel.Flag("is_private") && !debriefs.Value.MayBePublic ? DeliveryReason.ChannelPublic
        : !channel.Flag("is_member") ? DeliveryReason.NotInChannel
        : null;

    private Lookup NotFound(SlackAnswer answer) => answer is SlackAnswer.Silent
        ? new Lookup.NoAnswer(new DeliveryOutcome.Unavailable())
        : SlackErrors.Outcome(answer, time.GetUtcNow()) switch
        {
            DeliveryOutcome.Rejected rejected => new Lookup.NotHere(rejected.Why),
            DeliveryOutcome.Unknown => new Lookup.NoAnswer(new DeliveryOutcome.Unavailable()),
            var later => new Lookup.NoAnswer(later),
        };

    private static Dictionary<string, string?> With(params (string Name, string Value)[] arguments) =>
        arguments.Where(argument => argument.Value.Length > 0).ToDictionary(argument => argument.Name, string? (argument) => argument.Value, StringComparer.Ordinal);
}

/// <summary>Whether a message of ours is in a chat already.</summary>
internal abstract record SentLookup
{
    private SentLookup()
    {
    }

    public sealed record Found(SlackReference Reference) : SentLookup;

    public sealed record NotThere : SentLookup;

    public sealed record NoAnswer(SlackAnswer Answer) : SentLookup;
}
