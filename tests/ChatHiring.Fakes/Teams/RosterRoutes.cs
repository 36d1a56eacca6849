using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Who is in a conversation, and what channels a team has.</summary>
internal sealed class RosterRoutes(FakeTenant tenant, Places places, FakeFaults faults)
{
    public IEnumerable<FakeRoute> All =>
    [
        new("member", "GET", "v3/conversations/{conversation}/members/{member}", Member),
        new("members", "GET", "v3/conversations/{conversation}/pagedmembers", Paged) { Query = ["pageSize", "continuationToken"] },
        new("members", "GET", "v3/conversations/{conversation}/members", Unpaged),
        new("team", "GET", "v3/teams/{team}", Team),
        new("channels", "GET", "v3/teams/{team}/conversations", Channels),
    ];

    private FakeAnswer Member(TeamsCall call)
    {
        var found = Roster(call.Conversation).FirstOrDefault(person => call["member"] == person.Mri || call["member"] == person.Aad || string.Equals(call["member"], person.Upn, StringComparison.OrdinalIgnoreCase));
        return found is null ? throw new TeamsRefusal(404, "MemberNotFoundInConversation", "Member not found in the conversation.") : new FakeAnswer(200, Json(found));
    }

    private FakeAnswer Paged(TeamsCall call)
    {
        var asked = call.Query.TryGetValue("pageSize", out var size) ? int.Parse(size, CultureInfo.InvariantCulture) : 200;
        var (all, limit) = (Roster(call.Conversation), Math.Clamp(asked, 50, 500));
        var from = call.Query.TryGetValue("continuationToken", out var token) ? From(token) : 0;
        var page = new JsonObject { ["members"] = new JsonArray([.. all.Skip(from).Take(limit).Select(Json)]) };
        if (from + limit < all.Count)
            page["continuationToken"] = $"after:{from + limit}==";
        return new FakeAnswer(200, page);
    }

    private FakeAnswer Unpaged(TeamsCall call)
    {
        faults.Add("members: the old way, which is cut to five calls a minute");
        return new FakeAnswer(200, new JsonArray([.. Roster(call.Conversation).Select(Json)]));
    }

    private FakeAnswer Team(TeamsCall call)
    {
        var team = places.Team(call["team"]);
        return new FakeAnswer(200, new JsonObject
        {
            ["id"] = team.Id,
            ["name"] = team.Name,
            ["aadGroupId"] = team.AadGroupId,
            ["channelCount"] = team.Channels.Count(channel => !channel.IsDeleted),
            ["memberCount"] = team.Members.Count,
            ["type"] = "standard",
            ["tenantId"] = tenant.Id,
        });
    }

    private FakeAnswer Channels(TeamsCall call) => new(200, new JsonObject
    {
        ["conversations"] = new JsonArray([.. places.Team(call["team"]).Channels.Where(channel => !channel.IsDeleted && channel.HasBot)
            .Select(channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Name, ["type"] = channel.Type })]),
    });

    private List<FakePerson> Roster(string conversation) => [.. places.Known(conversation).Roster.Select(tenant.Person)];

    private int From(string token)
    {
        if (token.StartsWith("after:", StringComparison.Ordinal) && int.TryParse(token[6..].TrimEnd('='), CultureInfo.InvariantCulture, out var from))
            return from;
        faults.Add($"members: a continuation token that was never given: {token}");
        throw new TeamsRefusal(400, "BadSyntax", "Invalid continuation token.");
    }

    private JsonObject Json(FakePerson person) => new()
    {
        ["id"] = person.Mri,
        [tenant.SaysObjectId ? "objectId" : "aadObjectId"] = person.Aad,
        ["name"] = person.Name,
        ["givenName"] = person.Name.Split(' ')[0],
        ["surname"] = person.Name.Split(' ')[^1],
        ["email"] = person.Email,
        ["userPrincipalName"] = person.Upn,
        ["tenantId"] = person.Tenant ?? tenant.Id,
        ["userRole"] = person.Role,
    };
}
