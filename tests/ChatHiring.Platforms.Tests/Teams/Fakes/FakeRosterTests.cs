using ChatHiring.Fakes.Teams;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>People and channels in the fake connector.</summary>
public class FakeRosterTests
{
    [Fact]
    public async Task A_member_is_found_by_each_of_three_ids()
    {
        await using var caller = await TeamsCaller.Start();
        foreach (var id in (string[])[Ana, caller.Teams.Tenant.Person(Ana).Mri, "ANA@example.com"])
            Assert.Equal("Ana Lima", (await caller.Get(Member(id))).Body!["name"]!.GetValue<string>());
        Assert.Equal("404 MemberNotFoundInConversation", (await caller.Get(Member(Nia))).Status);
        var guest = (await caller.Get(Member(Gus))).Body!;
        Assert.Equal(("guest", "7e000000-0000-0000-0000-000000000009", Gus), (guest["userRole"]!.GetValue<string>(), guest["tenantId"]!.GetValue<string>(), guest["aadObjectId"]!.GetValue<string>()));
        caller.Teams.Tenant.SaysObjectId = true;
        Assert.Equal(Gus, (await caller.Get(Member(Gus))).Body!["objectId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Members_come_in_pages_of_fifty_at_least()
    {
        await using var caller = await TeamsCaller.Start();
        var many = Enumerable.Range(0, 120).Select(at => new FakePerson($"0e000000-0000-0000-0000-{at:000000000000}", $"P {at}", $"p{at}@example.com")).ToArray();
        caller.Teams.Tenant.Add(many);
        caller.Teams.Tenant.ChangeTeam(Team, team => team with { Members = [.. many.Select(person => person.Aad)] });
        var (counts, token) = (new List<int>(), "");
        while (token is not null)
        {
            var page = (await caller.Get($"conversations/{Uri.EscapeDataString(Team)}/pagedmembers?pageSize=2{(token.Length > 0 ? "&continuationToken=" + Uri.EscapeDataString(token) : "")}")).Body!;
            counts.Add(page["members"]!.AsArray().Count);
            token = page["continuationToken"]?.GetValue<string>();
        }

        Assert.Equal([50, 50, 20], counts);
        Assert.Equal("400 BadSyntax", (await caller.Get($"conversations/{Uri.EscapeDataString(Team)}/pagedmembers?continuationToken=mine")).Status);
        Assert.Equal("200", (await caller.Get($"conversations/{Uri.EscapeDataString(Team)}/members")).Status);
        Assert.Equal((1, 1), (caller.Teams.Forgive("never given"), caller.Teams.Forgive("the old way")));
    }

    [Fact]
    public async Task A_private_channel_has_its_own_people()
    {
        await using var caller = await TeamsCaller.Start();
        var page = (await caller.Get($"conversations/{Uri.EscapeDataString(Private)}/pagedmembers")).Body!;
        Assert.Equal(Ana, Assert.Single(page["members"]!.AsArray())!["aadObjectId"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_team_tells_its_channels_and_General_has_no_name()
    {
        await using var caller = await TeamsCaller.Start();
        var path = $"teams/{Uri.EscapeDataString(Team)}";
        var team = (await caller.Get(path)).Body!;
        Assert.Equal(("Hiring", 3, 3), (team["name"]!.GetValue<string>(), team["channelCount"]!.GetValue<int>(), team["memberCount"]!.GetValue<int>()));
        var channels = (await caller.Get(path + "/conversations")).Body!["conversations"]!.AsArray();
        Assert.Equal([(Team, null, "standard"), (Private, "panel", "private")], channels.Select(channel => (channel!["id"]!.GetValue<string>(), channel["name"]?.GetValue<string>(), channel["type"]!.GetValue<string>())));
        caller.Teams.Tenant.ChangeTeam(Team, known => known with { IsInstalled = false });
        Assert.Equal("403 BotNotInConversationRoster", (await caller.Get(path)).Status);
        Assert.Equal("404 ConversationNotFound", (await caller.Get("teams/19%3Aother")).Status);
    }

    private static string Member(string id) => $"conversations/{Uri.EscapeDataString(Team)}/members/{Uri.EscapeDataString(id)}";
}
