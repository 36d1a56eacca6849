using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Who somebody in Teams is here. An address counts only for a member of our own tenant.</summary>
public sealed class TeamsPeopleTests
{
    private const string Elsewhere = "7e000000-0000-0000-0000-000000000009";
    private const string EliByHand = "0e000000-0000-0000-0000-00000000000a";
    private const string Eve = "0000000e-0000-0000-0000-000000000000";

    [Theory, BothDatabases]
    public async Task Guests_and_others_get_no_card_and_people_are_found_by_address_sign_in_name_or_the_id_of_the_loop_file(Engine engine)
    {
        var database = new TestDatabase(engine);
        await WholeLoop.Into(database, text => text.Replace("name: Eli Novak", $"name: Eli Novak\n    entra: {EliByHand}", StringComparison.Ordinal));
        await using var played = await TeamsPlayed.On(database, team => team with { Members = [.. team.Members, EliByHand] }, teams =>
        {
            teams.Tenant.SaysObjectId = true;
            teams.Tenant.Change(TeamsApp.AadOf("bo"), bo => bo with { Role = "guest", Upn = "bo_partner.example#EXT#@example.com" });
            teams.Tenant.Change(TeamsApp.AadOf("mina"), mina => mina with { Tenant = Elsewhere });
            teams.Tenant.Change(TeamsApp.AadOf("ana"), ana => ana with { Upn = "asilva@corp.example" });
            teams.Tenant.Change(TeamsApp.AadOf("eli"), eli => eli with { Email = "other@example.com", Upn = "other@example.com" });
            teams.Tenant.Add(new FakePerson(EliByHand, "Eli Novak", "enovak@corp.example"));
        });
        foreach (var name in (string[])["bo", "mina"])
        {
            await played.DeliverUntil(PostState.Rejected, PostKind.QuestionCard, name);
            Assert.Equal((name, DeliveryReason.NotAMember), (name, (await played.StateOf(PostKind.QuestionCard, name)).Reason));
            Assert.Empty(played.Teams.Messages.In(played.Phone(name).Chat));
        }

        await played.Teams.Comes(() => played.Phone("ana").Waiting is not null);
        var eli = played.Phone("eli", new FakeDevice(played.Teams, EliByHand));
        await played.Teams.Comes(() => eli.Waiting is not null);
        await eli.WriteCard();
        Assert.Empty(played.Teams.Messages.In(played.Phone("eli").Chat));
    }

    [Theory, BothDatabases]
    public async Task Whoever_writes_first_is_found_by_the_address_or_by_the_sign_in_name(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        teams.Tenant.Change(TeamsApp.AadOf("ana"), ana => ana with { Email = "a.silva@corp.example", Upn = Cast.Ana });
        teams.Tenant.Change(TeamsApp.AadOf("bo"), bo => bo with { Email = Cast.Bo, Upn = "blind@corp.example" });
        await using var app = TeamsApp.On(database, teams);
        foreach (var name in (string[])["ana", "bo"])
        {
            var phone = new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf(name)));
            await phone.Play(phone.Payloads.Said("status"));
            Assert.DoesNotContain("You have no interviews here", TeamsWords.In(teams.Messages.In(phone.Chat)[^1].Card), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(401), InlineData(412), InlineData(429), InlineData(500), InlineData(503), InlineData(504), InlineData(0)]
    public async Task Whoever_cannot_be_looked_up_now_is_told_to_try_again_and_not_that_they_have_no_interviews(int status)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);
        teams.Faults.Always(call => call.Operation != "member" ? null : status switch { 0 => new TeamsFault.DropBefore(), 429 => new TeamsFault.Limited(1), _ => new TeamsFault.Refused(status, "Planned") });
        var ana = new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf("ana")));
        await ana.Play(ana.Payloads.Said("status"));
        Assert.Contains("ChatHiring gets no answer right now from its database or from Teams.", TeamsWords.In(teams.Messages.In(ana.Chat)[^1].Card), StringComparison.Ordinal);
        await ana.Play(ana.Payloads.Submitted(new JsonObject { ["act"] = "decline", ["state"] = Elsewhere, ["reason"] = "At the dentist." }));
        Assert.Contains("Not saved", TeamsWords.In(ana.Device.Dialog.Card), StringComparison.Ordinal);
        Assert.Contains("At the dentist.", TeamsWords.Of(ana.Device.Dialog.Card));
    }

    [Theory, BothDatabases]
    public async Task A_guest_or_somebody_of_another_tenant_with_a_panellists_address_is_nobody_here(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams =>
        {
            // Nobody of ours has Ana's account, so that the first to come with her address would be taken for her.
            teams.Tenant.Change(TeamsApp.AadOf("ana"), ana => ana with { Email = "gone@example.com", Upn = "gone@example.com" });
            teams.Tenant.Add(new FakePerson(Eve, "Ana Silva", Cast.Ana));
        });
        foreach (var (change, isKnown) in new (Func<FakePerson, FakePerson>, bool)[]
        {
            (eve => eve with { Role = "guest" }, false), (eve => eve with { Role = "anonymous" }, false), (eve => eve with { Role = "user", Tenant = Elsewhere }, false),
            (eve => eve with { Tenant = null, Upn = "eve_x#EXT#@example.com" }, false), (eve => eve with { Upn = Cast.Ana }, true),
        })
        {
            played.Teams.Tenant.Change(Eve, change);
            var eve = played.Phone("eve", new FakeDevice(played.Teams, Eve));
            await eve.Play(eve.Payloads.Said("status"));
            Assert.Equal(isKnown, !TeamsWords.In(played.Teams.Messages.In(eve.Chat)[^1].Card).Contains("You have no interviews here", StringComparison.Ordinal));
        }
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_comes_from_another_tenants_conversation_is_turned_away_and_kept_nowhere(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var ana = played.Phone("ana");
        foreach (var activity in (JsonObject[])[ana.Payloads.Said("status"), ana.Payloads.Events.Installed(), ana.Payloads.Invoked("task/fetch", new() { ["data"] = new JsonObject { ["act"] = "my_card" } })])
        {
            activity["conversation"]!["tenantId"] = Elsewhere;
            activity["channelData"]!["tenant"]!["id"] = Elsewhere;
            Assert.Equal(HttpStatusCode.Forbidden, (await ana.Sends.Post(activity)).Status);
        }
    }
}
