using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Who is let in at <c>/api/messages</c>.</summary>
public sealed class TeamsFrontDoorTests
{
    [Theory, InlineData(Engine.Sqlite)]
    public async Task Every_token_that_does_not_hold_is_401_and_the_borderline_ones_pass(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        foreach (var fault in TokenFault.All)
            Assert.Equal((fault.Name, HttpStatusCode.Unauthorized), (fault.Name, (await rosa.Sends.Post(rosa.Payloads.Said("help"), fault)).Status));
        foreach (var fault in TokenFault.Borderline)
            Assert.Equal((fault.Name, HttpStatusCode.OK), (fault.Name, (await rosa.Sends.Post(rosa.Payloads.Said("help"), fault)).Status));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_is_no_activity_of_ours_gets_its_status(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        var bearer = played.Teams.Issuer.Bearer(played.Teams.ServiceUrl);
        using var http = played.App.CreateClient();
        JsonObject Otherwise(Action<JsonObject> change)
        {
            var activity = rosa.Payloads.Said("help");
            change(activity);
            return activity;
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await rosa.Sends.Post("{", bearer)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await rosa.Sends.Post("{}", bearer)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await rosa.Sends.Post("\"" + new string('x', 1_100_000) + "\"", bearer)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync(new Uri("/api/messages", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Sends.Post(Otherwise(activity => activity["conversation"]!["tenantId"] = Guid.Empty.ToString()))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Sends.Post(Otherwise(activity => activity["serviceUrl"] = "https://evil.trafficmanager.net/"))).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await rosa.Sends.Post(rosa.Payloads.Invoked("something/new", []))).Status);
        Assert.Equal(HttpStatusCode.OK, (await rosa.Sends.Post(rosa.Payloads.OfType("somethingNew"))).Status);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_refusal_has_no_page_for_people_in_it(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        var bearer = played.Teams.Issuer.Bearer(played.Teams.ServiceUrl);
        foreach (var ack in (TeamsAck[])
            [
                await rosa.Sends.Post("{}", null), await rosa.Sends.Post("{", bearer), await rosa.Sends.Post("\"" + new string('x', 1_100_000) + "\"", bearer),
                await rosa.Sends.Post(rosa.Payloads.Invoked("something/new", [])),
            ])
            Assert.Equal((ack.Status, ""), (ack.Status, ack.Body));
    }

    [Theory]
    [InlineData("conversation"), InlineData("channelData"), InlineData("neither")]
    public async Task An_activity_of_another_tenant_is_refused_wherever_it_says_so(string where)
    {
        await using var played = await TeamsPlayed.On(Engine.Sqlite);
        var rosa = played.Phone("rosa");
        var activity = rosa.Payloads.Said("help");
        if (where is "conversation")
            activity["conversation"]!["tenantId"] = Guid.Empty.ToString();
        else if (where is "channelData")
            activity["channelData"]!["tenant"]!["id"] = Guid.Empty.ToString();
        else
            (activity["conversation"]!["tenantId"], activity["channelData"]!["tenant"]) = (null, null);

        Assert.Equal(HttpStatusCode.Forbidden, (await rosa.Sends.Post(activity)).Status);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task While_Microsofts_keys_cannot_be_read_Teams_is_told_so_in_time_and_nobodys_settings_are_blamed(bool isSilent)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var teams = await TeamsApp.Teams();
        var isAway = true;
        teams.Faults.Always(call => isAway && call.Operation == "metadata" ? isSilent ? new TeamsFault.Hang() : new TeamsFault.Page() : null);
        await using var app = TeamsApp.On(database, teams);
        var (rosa, admin) = (new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf("rosa"))), await app.As("Rosa Meier"));

        var ack = await rosa.Sends.Post(rosa.Payloads.Said("help"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, ""), (ack.Status, ack.Body));
        Assert.True(ack.Took < TimeSpan.FromSeconds(10), $"{ack.Took}");
        Assert.Contains("the keys of the Bot Framework could not be read", (await admin.Get("/set-up")).Text, StringComparison.Ordinal);
        isAway = false;
        for (var look = 0; look < 200 && !ack.IsOk; look++)
            ack = await rosa.Sends.Post(rosa.Payloads.Said("help"));
        Assert.True(ack.IsOk);
    }

    [Theory, BothDatabases]
    public async Task Nothing_that_an_activity_may_hold_is_answered_with_500(Engine engine)
    {
        const string Half = "@half a pair@";
        await using var played = await TeamsPlayed.On(engine);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        var next = rosa.Payloads.PressedInDialog("Next", TeamsWords.Answers(rosa.Device.Dialog.Card, "zaunkoenig"));
        JsonObject[] activities = [next, rosa.Payloads.Mentioned(TeamsApp.Channel, "status"), rosa.Payloads.Events.InstalledInTeam(TeamsApp.Team)];
        var (bad, bearer, ids) = (new List<string>(), played.Teams.Issuer.Bearer(played.Teams.ServiceUrl), 0);
        foreach (var activity in activities)
            foreach (var path in Paths(activity).ToList())
                foreach (var odd in (string[])["\"a\\u0000b\"", "{\"\\ud800\":\"4\"}"])
                {
                    var copy = activity.DeepClone();
                    if (path.Count > 1 || path[0] != "id")
                        copy["id"] = $"f:{ids++}";
                    Set(copy, path, Half);
                    var ack = await rosa.Sends.Post(copy.ToJsonString().Replace($"\"{Half}\"", odd, StringComparison.Ordinal), bearer);
                    if ((int)ack.Status >= 500 && ack.Status != HttpStatusCode.NotImplemented)
                        bad.Add($"{activity["type"]} {string.Join('/', path)} = {odd}: {(int)ack.Status}");
                }

        Assert.True(bad.Count == 0, string.Join('\n', bad));
    }

    private static IEnumerable<IReadOnlyList<string>> Paths(JsonNode? node) => node is JsonObject named
        ? named.SelectMany(member => Paths(member.Value).Select(below => (IReadOnlyList<string>)[member.Key, .. below]).Prepend([member.Key]))
        : [];

    private static void Set(JsonNode root, IReadOnlyList<string> path, string value)
    {
        foreach (var step in path.SkipLast(1))
            root = root[step]!;
        root[path[^1]] = value;
    }
}
