using System.Text.Json;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Accounts;

/// <summary>Looks people and channels up in the teams that the bot is in.</summary>
internal sealed class TeamsDirectory(TeamsApi api, TeamsPlaces places, IOptions<TeamsOptions> options, IOptions<DebriefsOptions> debriefs)
{
    private const int PageSize = 500;

    // Rosters of ten thousand are known.
    private const int MostPages = 25;

    public async Task<Lookup> FindPerson(string email, string? account, CancellationToken cancel)
    {
        var teams = await places.Teams(cancel);
        if (account is not null && await places.Chat(account, cancel) is not null)
            return new Lookup.Found(account);
        Lookup nowhere = new Lookup.NotHere(teams.Count == 0 ? DeliveryReason.NotInstalled : DeliveryReason.NoAccount);
        foreach (var (team, place) in teams)
            switch (await InTeam(team, place, account, email, cancel))
            {
                case Lookup.NotHere { Why: DeliveryReason.NoAccount }:
                    break;
                // A team that we were thrown out of unheard hides nobody of another one.
                case Lookup.NotHere { Why: DeliveryReason.NotInstalled } gone when teams.Count > 1:
                    nowhere = gone;
                    break;
                case var found:
                    return found;
            }

        // Somebody who was linked by hand may be in no team: whether the bot reaches them is seen when it writes.
        return account is null ? nowhere : new Lookup.Found(account);
    }

    /// <summary>
    /// The address and the sign-in name of somebody in a conversation, as its roster has them; none of a guest's, of somebody of another
    /// tenant or of whoever is not in it. Null when Teams does not answer.
    /// </summary>
    public async Task<IReadOnlyList<string>?> Addresses(Uri service, string conversation, string person, CancellationToken cancel) =>
        await api.Get(service, MemberPath(conversation, person), cancel) switch
        {
            TeamsAnswer.Done { Body: var member } => IsOurs(member) && IdOf(member) == person ? [.. Names(member)] : [],
            TeamsAnswer.Refused { Status: 400 or 403 or 404 } => [],
            _ => null,
        };

    public async Task<Lookup> FindChannel(string name, CancellationToken cancel)
    {
        var teams = await places.Teams(cancel);
        List<(string Id, TeamsPlace Place, JsonElement Channel)> found = [];
        foreach (var (team, place) in teams)
        {
            var answer = await api.Get(place.Service, ChannelsPath(team), cancel);
            if (answer is not TeamsAnswer.Done { Body: var list })
            {
                if (teams.Count > 1 && NotFound(answer) is Lookup.NotHere { Why: DeliveryReason.NotInstalled })
                    continue;
                return NotFound(answer);
            }

            found.AddRange(list.Children("conversations").Where(channel => IsNamed(channel, place, name)).Select(channel => (channel.Text("id") ?? "", place with { Team = team }, channel)));
        }

        if (found is not [var (id, at, one)])
            return new Lookup.NotHere(teams.Count == 0 ? DeliveryReason.NotInstalled : found.Count > 1 ? DeliveryReason.ChannelAmbiguous : DeliveryReason.NotInChannel);
        await places.Keep(ConversationKind.Channel, id, at with { Conversation = id, Name = name }, default, cancel);
        return FaultOf(one, at) is { } why ? new Lookup.NotHere(why) : new Lookup.Found(id);
    }

    /// <summary>Whether the channel may still be written to: it can have become another since it was found (product rule 15).</summary>
    public async Task<DeliveryOutcome?> FaultOfChannel(string channel, CancellationToken cancel)
    {
        if (await places.Channel(channel, cancel) is not { Team: { } team } place || await places.Team(team, cancel) is not { } home)
            return new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled);
        var answer = await api.Get(home.Service, ChannelsPath(team), cancel);
        if (answer is not TeamsAnswer.Done { Body: var list })
            return TeamsErrors.Outcome(answer) is DeliveryOutcome.Unknown ? new DeliveryOutcome.Unavailable() : TeamsErrors.Outcome(answer);
        var known = list.Children("conversations").FirstOrDefault(one => one.Text("id") == channel);
        return known.ValueKind != JsonValueKind.Object ? new DeliveryOutcome.Rejected(DeliveryReason.NotInChannel)
            : FaultOf(known, home) is { } why ? new DeliveryOutcome.Rejected(why)
            : null;
    }

    private async Task<Lookup> InTeam(string team, TeamsPlace place, string? account, string email, CancellationToken cancel)
    {
        var answer = await api.Get(place.Service, MemberPath(place.Conversation, account ?? email), cancel);
        if (answer is TeamsAnswer.Done { Body: var member })
            return Of(member);
        return answer is TeamsAnswer.Refused { Status: 404 or 400 } ? account is null ? await InRoster(place, email, cancel) : new Lookup.NotHere(DeliveryReason.NoAccount) : NotFound(answer);
    }

    // The sign-in name need not be the address: then only the roster tells.
    private async Task<Lookup> InRoster(TeamsPlace place, string email, CancellationToken cancel)
    {
        var token = "";
        for (var page = 0; page < MostPages; page++)
        {
            var more = token.Length > 0 ? $"&continuationToken={Uri.EscapeDataString(token)}" : "";
            var answer = await api.Get(place.Service, $"/v3/conversations/{Uri.EscapeDataString(place.Conversation)}/pagedmembers?pageSize={PageSize}{more}", cancel);
            if (answer is not TeamsAnswer.Done { Body: var list })
                return NotFound(answer);
            if (list.Children("members").FirstOrDefault(member => IsOf(member, email)) is { ValueKind: JsonValueKind.Object } found)
                return Of(found);
            token = list.Text("continuationToken") ?? "";
            if (token.Length == 0)
                break;
        }

        return new Lookup.NotHere(DeliveryReason.NoAccount);
    }

    private Lookup Of(JsonElement member) => !IsOurs(member) ? new Lookup.NotHere(DeliveryReason.NotAMember)
        : IdOf(member) is { } id ? new Lookup.Found(id)
        : new Lookup.NotHere(DeliveryReason.NoAccount);

    private bool IsOurs(JsonElement member) =>
        member.Text("userRole") is not ("guest" or "anonymous") && !(member.Text("userPrincipalName") ?? "").Contains("#EXT#", StringComparison.OrdinalIgnoreCase)
        && (member.Text("tenantId") is not { } tenant || options.Value.TenantId is not { Length: > 0 } ours || tenant.Equals(ours, StringComparison.OrdinalIgnoreCase));

    private static string? IdOf(JsonElement member) => (member.Text("aadObjectId") ?? member.Text("objectId"))?.ToLowerInvariant();

    private static bool IsOf(JsonElement member, string email) => Names(member).Any(name => email.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Names(JsonElement member) => new[] { member.Text("email"), member.Text("userPrincipalName") }.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);

    // The first channel of every team has no name of its own.
    private static bool IsNamed(JsonElement channel, TeamsPlace team, string name)
    {
        var own = channel.Text("name") ?? "General";
        return own.Equals(name, StringComparison.OrdinalIgnoreCase) || $"{team.Name}/{own}".Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    // A standard channel is as wide as its team, which is not a hiring panel.
    private DeliveryReason? FaultOf(JsonElement channel, TeamsPlace team) =>
        team.IsArchived ? DeliveryReason.ChannelArchived
        : channel.Text("type") is "shared" ? DeliveryReason.ChannelShared
        : channel.Text("type") is not "private" && !debriefs.Value.MayBePublic ? DeliveryReason.ChannelOfWholeTeam
        : null;

    private static Lookup NotFound(TeamsAnswer answer) => answer is TeamsAnswer.Silent
        ? new Lookup.NoAnswer(new DeliveryOutcome.Unavailable())
        : TeamsErrors.Outcome(answer) switch
        {
            DeliveryOutcome.Rejected rejected => new Lookup.NotHere(rejected.Why),
            DeliveryOutcome.Unknown => new Lookup.NoAnswer(new DeliveryOutcome.Unavailable()),
            var later => new Lookup.NoAnswer(later),
        };

    /// <summary>Where a conversation's roster tells of one member.</summary>
    internal static string MemberPath(string conversation, string person) => $"/v3/conversations/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(person)}";

    private static string ChannelsPath(string team) => $"/v3/teams/{Uri.EscapeDataString(team)}/conversations";
}
