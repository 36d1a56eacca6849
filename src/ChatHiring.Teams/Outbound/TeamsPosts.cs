using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>Delivers posts to Teams: a person's go to their chat with the bot, a channel's begin a thread there, and what changed is changed in its place.</summary>
internal sealed class TeamsPosts(TeamsApi api, TeamsPlaces places, TeamsChats chats, TeamsDirectory directory, TeamsMessages pages, TeamsCards cards, PageLinks links, IOptions<TeamsOptions> options) : IChatPlatform
{
    private const string NothingToSay = "-";

    public string Name => TeamsPlaces.Platform;

    public Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel) => directory.FindPerson(email, account, cancel);

    public Task<Lookup> FindChannel(string name, CancellationToken cancel) => directory.FindChannel(name, cancel);

    // Teams tells a bot nothing of it.
    public Task<DateTimeOffset?> QuietUntil(string account, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    public bool CanAskFor(Envelope envelope) => false;

    /// <remarks>A debrief has one more: the pointer from an anchor that could not be changed. Its last reply lifts the thread, so there is no ping.</remarks>
    public async Task<int> PartsOf(PostKind kind, LoopId about, SeatId? seat, PersonId? reader, CancellationToken cancel) =>
        (await pages.Of(kind, about, seat, reader, cancel)).Count + (kind == PostKind.Debrief ? 1 : 0);

    public async Task<DeliveryOutcome> Send(Envelope envelope, CancellationToken cancel)
    {
        // A connector may go on taking what is sent to somebody who removed the app.
        if (envelope.Channel is null && await places.IsTakenAway(envelope.To, cancel))
            return new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled);
        if (envelope.TakesBack)
            return await TakeAway(envelope, cancel);
        // Nothing is sent once more into an outage.
        if (envelope.Channel is not null && (envelope.Part == 0 || envelope.MayHaveBeenSent) && await directory.FaultOfChannel(envelope.To, cancel) is { } fault)
            return fault;
        if (envelope.Kind == PostKind.Debrief && envelope.Part == envelope.Parts - 1)
            return await Point(envelope, cancel);
        // The debrief takes its anchor's place, and begins a thread of its own where nobody knows that place.
        if (TeamsReference.IsUnnamed(envelope.Replaces) && (envelope.Kind != PostKind.Debrief || (envelope.Part > 0 && !IsLeftBehind(envelope))))
            return new DeliveryOutcome.Delivered(envelope.Replaces);
        var said = await pages.Of(envelope.Kind, envelope.Loop, envelope.Seat, envelope.Person, cancel);
        if (said.Count == 0)
            return new DeliveryOutcome.Rejected(DeliveryReason.MessageGone);
        return envelope.Part < said.Count ? await SendOrChange(envelope, said[envelope.Part], cancel) : await TakeAway(envelope, cancel);
    }

    private async Task<DeliveryOutcome> SendOrChange(Envelope envelope, TeamsMessage message, CancellationToken cancel)
    {
        var activity = message.ToActivity();
        if (IsLeftBehind(envelope))
            await TakeAway(envelope, cancel);
        else if (TeamsReference.Read(envelope.Replaces) is { } place)
        {
            var changed = await api.Put(await ServiceOf(envelope, cancel), place.Path, activity, place.Conversation, cancel);
            if (changed is TeamsAnswer.Done)
                return new DeliveryOutcome.Delivered(place.ToString());
            if (!TeamsErrors.IsPastEditing(changed) && !TeamsErrors.IsGone(changed))
                return TeamsErrors.Outcome(changed);
        }

        if (envelope.Channel is null)
            return await ToPerson(envelope, activity, cancel);
        if (envelope.Part == 0)
            return await BeginThread(envelope, activity, cancel);
        return TeamsReference.Read(envelope.Root) is { } root
            ? await ToConversation(envelope, root.Conversation, activity, await ServiceOf(envelope, cancel), cancel)
            : new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);
    }

    private async Task<DeliveryOutcome> ToPerson(Envelope envelope, JsonObject activity, CancellationToken cancel)
    {
        if (envelope.MayHaveBeenSent && await chats.WhyNotNow(envelope.To, cancel) is { } outage)
            return outage;
        var (answer, conversation) = await chats.Say(envelope.To, activity, cancel);
        return conversation is null ? TeamsErrors.Outcome(answer) : OutcomeOf(envelope, conversation, answer);
    }

    // One debrief that people find: whoever cannot ask whether it is there leaves a second one to somebody who can look.
    private async Task<DeliveryOutcome> BeginThread(Envelope envelope, JsonObject activity, CancellationToken cancel)
    {
        if (envelope is { Kind: PostKind.Debrief, MayHaveBeenSent: true })
            return new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);
        var begun = await CreateThread(envelope, activity, cancel);
        return begun is not DeliveryOutcome.Unknown ? begun
            : envelope.Kind == PostKind.Debrief ? new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere)
            // An anchor is worth one more try; the debrief begins a thread of its own where there is none.
            : envelope.MayHaveBeenSent ? new DeliveryOutcome.Delivered(TeamsReference.Unnamed(envelope.To), MayHaveComeTwice: true)
            : begun;
    }

    private async Task<DeliveryOutcome> CreateThread(Envelope envelope, JsonObject activity, CancellationToken cancel)
    {
        var asked = new JsonObject
        {
            ["isGroup"] = true,
            ["activity"] = activity,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = envelope.To } },
            ["tenantId"] = options.Value.TenantId,
        };
        var begun = await api.Post(await ServiceOf(envelope, cancel), "/v3/conversations", asked, envelope.To, cancel);
        return begun is TeamsAnswer.Done { Body: var made }
            ? Delivered(envelope, made.Text("id"), made.Text("activityId"))
            : OutcomeOfNew(begun);
    }

    private async Task<DeliveryOutcome> ToConversation(Envelope envelope, string conversation, JsonObject activity, Uri service, CancellationToken cancel) =>
        OutcomeOf(envelope, conversation, await api.Post(service, TeamsReference.PathOf(conversation), activity, conversation, cancel));

    private async Task<DeliveryOutcome> Point(Envelope envelope, CancellationToken cancel)
    {
        var (root, anchor) = (TeamsReference.Read(envelope.Root), TeamsReference.Read(envelope.Anchor));
        if (root is null || anchor is not { } old || anchor == root)
            return new DeliveryOutcome.Delivered(NothingToSay);
        var pointed = await ToConversation(envelope, old.Conversation, cards.DebriefPointer(links.Debrief(envelope.Loop)).ToActivity(), await ServiceOf(envelope, cancel), cancel);
        // Where the old thread takes no reply nobody is led astray by it.
        return pointed is DeliveryOutcome.Rejected ? new DeliveryOutcome.Delivered(NothingToSay) : pointed;
    }

    // What has fewer pages by now, or is its reader's no longer. A message that is gone already is as good as taken away.
    private async Task<DeliveryOutcome> TakeAway(Envelope envelope, CancellationToken cancel)
    {
        if (TeamsReference.Read(envelope.Replaces) is not { } place)
            return new DeliveryOutcome.Delivered(NothingToSay);
        var gone = await api.Delete(await ServiceOf(envelope, cancel), place.Path, place.Conversation, cancel);
        return gone is TeamsAnswer.Done or TeamsAnswer.Refused { Status: 404 } ? new DeliveryOutcome.Delivered(NothingToSay) : TeamsErrors.Outcome(gone);
    }

    private async Task<Uri> ServiceOf(Envelope envelope, CancellationToken cancel)
    {
        var place = envelope.Channel is null ? await places.Chat(envelope.To, cancel) : await places.Channel(envelope.To, cancel);
        var home = place?.Team is { } team ? await places.Team(team, cancel) : null;
        return (home ?? place)?.Service ?? await places.AnyService(cancel);
    }

    private static DeliveryOutcome OutcomeOf(Envelope envelope, string conversation, TeamsAnswer sent) => sent is TeamsAnswer.Done { Body: var body }
        ? Delivered(envelope, conversation, body.Text("id"))
        : OutcomeOfNew(sent);

    private static DeliveryOutcome OutcomeOfNew(TeamsAnswer sent) =>
        TeamsErrors.Outcome(sent) is not DeliveryOutcome.Unknown and var told ? told : new DeliveryOutcome.Unknown(IsBlind: true);

    // Teams can be asked for no message of ours: what was sent again after a lost answer may be there twice.
    // What was taken without an id is there too; only it cannot be changed any more.
    private static DeliveryOutcome.Delivered Delivered(Envelope envelope, string? conversation, string? id) =>
        new(conversation is { Length: > 0 } && id is { Length: > 0 } ? new TeamsReference(conversation, id).ToString() : TeamsReference.Unnamed(conversation), MayHaveComeTwice: envelope.MayHaveBeenSent);

    // A part in a thread whose first message is gone: the debrief begins anew elsewhere, and takes it along.
    private static bool IsLeftBehind(Envelope envelope) =>
        envelope is { Kind: PostKind.Debrief, Part: > 0 } && TeamsReference.ConversationOf(envelope.Replaces) is { } old && TeamsReference.Read(envelope.Root) is { } root && old != root.Conversation;
}
