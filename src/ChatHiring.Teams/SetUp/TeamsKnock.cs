using System.Net;
using System.Text;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Teams.Inbound;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.SetUp;

/// <summary>Asks a running host, from outside, whether it listens where Teams calls. Nobody but Microsoft can sign a token for it, so that a proper refusal is the best answer there is.</summary>
internal sealed class TeamsKnock(IHttpClientFactory clients, IOptions<TeamsOptions> options, Wording words)
{
    public const string Client = "teams-knock";

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<SetUpItem> At(Uri host, CancellationToken cancel)
    {
        var address = new Uri(host, TeamsEndpoints.Path);
        using var http = clients.CreateClient(Client);
        try
        {
            using var answer = await http.PostAsync(address, new StringContent("{}", Encoding.UTF8, "application/json"), cancel);
            return answer.StatusCode == Expected
                ? Said(SetUpState.Works, "set-up.teams-knock", address)
                : new(SetUpPart.Requests, SetUpState.Fault, words.Say("set-up.teams-knock-other", ("address", address), ("status", (int)answer.StatusCode)));
        }
        catch (HttpRequestException)
        {
            return Said(SetUpState.Fault, "set-up.teams-knock-nobody", address);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Said(SetUpState.Fault, "set-up.teams-knock-silent", address);
        }
    }

    private HttpStatusCode Expected => options.Value.IsUnauthenticated ? HttpStatusCode.BadRequest : HttpStatusCode.Unauthorized;

    private SetUpItem Said(SetUpState state, string key, Uri address) => new(SetUpPart.Requests, state, words.Say(key, ("address", address)));
}
