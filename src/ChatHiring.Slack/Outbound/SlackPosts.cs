using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Cards;

namespace ChatHiring.Slack.Outbound;

/// <summary>Delivers posts to Slack: a person's go to their chat with the bot, a channel's to the channel, and what changed is changed in its place.</summary>
internal sealed class SlackPosts(SlackApi api, SlackDirectory directory, SlackMessages messages, SlackCards cards, TimeProvider time) : IChatPlatform
{
    public const string Platform = "slack";

    private const string NothingToSay = "-";

    public string Name => Platform;

    public Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel) => directory.FindPerson(email, account, cancel);

    public Task<DateTimeOffset?> QuietUntil(string account, CancellationToken cancel) => directory.QuietUntil(account, cancel);

    public Task<Lookup> FindChannel(string name, CancellationToken cancel) => directory.FindChannel(name, cancel);

    public async Task<int> PartsOf(PostKind kind, LoopId about, SeatId? seat, PersonId? reader, CancellationToken cancel) =>
        (await messages.Of(kind, about, seat, reader, cancel)).Count + (kind == PostKind.Debrief ? DebriefParts.AfterPages : 0);

    // What the bot said to somebody it may read; the hiring channel it never reads.
    public bool CanAskFor(Envelope envelope) => envelope.Person is not null;

    public async Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel)
    {
        if (envelope.TakesBack)
            return await TakeAway(envelope, cancel);
        // Nothing is sent once more into an outage.
        if (envelope.Channel is not null && (envelope.Part == 0 || envelope.MayHaveBeenSent) && await directory.FaultOfChannel(envelope.To, cancel) is { } fault)
            return fault;
        if (envelope.Kind == PostKind.Debrief && DebriefParts.After(envelope) is { } after)
            return await SendAfterPages(envelope, after, cancel);
        var pages = await messages.Of(envelope.Kind, envelope.Loop, envelope.Seat, envelope.Person, cancel);
        if (pages.Count == 0)
            return new DeliveryOutcome.Rejected(DeliveryReason.MessageGone);
        if (envelope.Part >= pages.Count)
            return await TakeAway(envelope, cancel);
        var thread = envelope.Kind == PostKind.Debrief && envelope.Part > 0 ? SlackReference.Read(envelope.Root)?.Ts : null;
        return await SendOrChange(envelope, pages[envelope.Part], thread, cancel);
    }

    // What has fewer pages by now, or is its reader's no longer. A message that is gone already is as good as taken away.
    private async Task<DeliveryOutcome> TakeAway(Envelope envelope, CancellationToken cancel)
    {
        if (SlackReference.Read(envelope.Replaces) is { } place && await Delete(place, cancel) is { } fault)
            return fault;
        return await Lost(envelope, cancel) switch
        {
            SentLookup.Found found when await Delete(found.Reference, cancel) is { } left => left,
            SentLookup.NoAnswer no => NotKnown(no),
            _ => new DeliveryOutcome.Delivered(NothingToSay),
        };
    }

    private async Task<DeliveryOutcome?> Delete(SlackReference place, CancellationToken cancel) =>
        await api.Call("chat.delete", new Dictionary<string, string?> { ["channel"] = place.Channel, ["ts"] = place.Ts }, cancel) switch
        {
            SlackAnswer.Done or SlackAnswer.Refused { Error: "message_not_found" } => null,
            var answer => SlackErrors.Outcome(answer, time.GetUtcNow()),
        };

    private async Task<DeliveryOutcome> SendOrChange(Envelope envelope, SlackMessage message, string? thread, CancellationToken cancel)
    {
        if (IsLeftBehind(envelope))
            await TakeAway(envelope, cancel);
        else if (SlackReference.Read(envelope.Replaces) is { } place)
        {
            var changed = await api.Call("chat.update", Arguments(message, ("channel", place.Channel), ("ts", place.Ts)), cancel);
            if (changed is not SlackAnswer.Refused { Error: { } error } || !SlackErrors.IsPastEditing(error))
                return changed is SlackAnswer.Done ? new DeliveryOutcome.Delivered(place.ToString()) : SlackErrors.Outcome(changed, time.GetUtcNow());
        }

        return await Lost(envelope, cancel) switch
        {
            SentLookup.Found found => new DeliveryOutcome.Delivered(found.Reference.ToString()),
            SentLookup.NoAnswer no => NotKnown(no),
            _ when envelope is { Kind: PostKind.Debrief, Part: 0 } => await BeginDebrief(envelope, message, cancel),
            _ => await Post(envelope, message, thread, cancel),
        };
    }

    // One debrief that people find: the channel is never read, so that a second one is left to somebody who can look.
    private async Task<DeliveryOutcome> BeginDebrief(Envelope envelope, SlackMessage message, CancellationToken cancel) =>
        !envelope.MayHaveBeenSent && await Post(envelope, message, null, cancel) is not DeliveryOutcome.Unknown and var begun ? begun : new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);

    // A reply in a thread whose first message is gone: the debrief begins anew, later than everything there, and takes it along.
    private static bool IsLeftBehind(Envelope envelope) =>
        envelope is { Kind: PostKind.Debrief, Part: > 0 } && SlackReference.Read(envelope.Replaces) is { } reply && SlackReference.Read(envelope.Root) is { } root && string.CompareOrdinal(reply.Ts, root.Ts) < 0;

    // What an earlier attempt may have left behind.
    private async Task<SentLookup> Lost(Envelope envelope, CancellationToken cancel) =>
        envelope.MayHaveBeenSent && CanAskFor(envelope) ? await directory.FindSent(envelope, cancel) : new SentLookup.NotThere();

    private DeliveryOutcome NotKnown(SentLookup.NoAnswer no) =>
        SlackErrors.Outcome(no.Answer, time.GetUtcNow()) is DeliveryOutcome.Rejected rejected ? rejected : new DeliveryOutcome.Unknown();

    private async Task<DeliveryOutcome> Post(Envelope envelope, SlackMessage message, string? thread, CancellationToken cancel, bool broadcast = false)
    {
        var arguments = Arguments(
            message, ("channel", envelope.To), ("thread_ts", thread), ("reply_broadcast", broadcast ? "true" : null), ("metadata", Metadata(envelope)),
            ("unfurl_links", "false"), ("unfurl_media", "false"));
        var answer = await api.Call("chat.postMessage", arguments, cancel, newMessageTo: envelope.To);
        return answer is SlackAnswer.Done { Body: var body } && body.Text("channel") is { } channel && body.Text("ts") is { } ts
            ? new DeliveryOutcome.Delivered(new SlackReference(channel, ts).ToString(), MayHaveComeTwice: envelope is { MayHaveBeenSent: true, Channel: not null })
            : answer is not SlackAnswer.Done && SlackErrors.Outcome(answer, time.GetUtcNow()) is not DeliveryOutcome.Unknown and var told ? told
            : new DeliveryOutcome.Unknown(IsBlind: !CanAskFor(envelope));
    }

    private async Task<DeliveryOutcome> SendAfterPages(Envelope envelope, AfterPages after, CancellationToken cancel)
    {
        var (root, anchor) = (SlackReference.Read(envelope.Root), SlackReference.Read(envelope.Anchor));
        if (root is not { } debrief || (after == AfterPages.Pointer && (anchor is null || anchor == root)))
            return new DeliveryOutcome.Delivered(NothingToSay);
        // What the channel was told of already is not told of again.
        if (!IsLeftBehind(envelope) && SlackReference.Read(envelope.Replaces) is { } told)
            return new DeliveryOutcome.Delivered(told.ToString());
        var link = await directory.Permalink(debrief, cancel);
        if (after == AfterPages.Ping)
            return await Post(envelope, cards.DebriefPing(link), debrief.Ts, cancel, broadcast: true);
        var pointed = await Post(envelope, cards.DebriefPointer(link), anchor?.Ts, cancel);
        // Where the old message takes no reply nobody is led astray by it, and the ping still has to go out.
        return pointed is DeliveryOutcome.Rejected ? new DeliveryOutcome.Delivered(NothingToSay) : pointed;
    }

    private static Dictionary<string, string?> Arguments(SlackMessage message, params (string Name, string? Value)[] others)
    {
        var arguments = others.ToDictionary(other => other.Name, other => other.Value, StringComparer.Ordinal);
        arguments["text"] = message.Text;
        arguments["blocks"] = message.Blocks.ToJsonString();
        return arguments;
    }

    // Every app of the workspace may read it: the post's id and nothing else.
    private static string Metadata(Envelope envelope) => new JsonObject
    {
        ["event_type"] = SlackDirectory.PostEvent,
        ["event_payload"] = new JsonObject { ["post"] = envelope.Post.ToString(), ["part"] = envelope.Part },
    }.ToJsonString();
}
