using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;

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
}
