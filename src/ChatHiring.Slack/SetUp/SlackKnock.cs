using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Inbound;
using ChatHiring.Storage;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.SetUp;

/// <summary>Asks a running host, from outside, what Slack asks of an address: signed as Slack signs it, with a challenge to repeat.</summary>
internal sealed class SlackKnock(IHttpClientFactory clients, IOptions<SlackOptions> options, NewIds ids, Wording words, TimeProvider time)
{
    /// <summary>Marks a request of our own.</summary>
    public const string Header = "X-ChatHiring-Check";

    public const string Client = "slack-knock";

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<SetUpItem> At(Uri host, CancellationToken cancel)
    {
        var address = new Uri(host, "/slack/events");
        var challenge = Convert.ToHexStringLower(ids.Salt());
        using var http = clients.CreateClient(Client);
        using var request = Signed(address, new JsonObject { ["type"] = "url_verification", ["challenge"] = challenge }.ToJsonString());
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            return await Read(answer, challenge, address, cancel);
        }
        catch (HttpRequestException)
        {
            return Said(SetUpState.Fault, "set-up.knock-nobody", address);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Said(SetUpState.Fault, "set-up.knock-silent", address);
        }
    }

    private HttpRequestMessage Signed(Uri address, string body)
    {
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(Header, "1");
        request.Headers.Add(SlackSignature.TimestampHeader, at);
        request.Headers.Add(SlackSignature.SignatureHeader, SlackSignature.Of(options.Value.SigningSecret ?? "", at, Encoding.UTF8.GetBytes(body)));
        return request;
    }

    private async Task<SetUpItem> Read(HttpResponseMessage answer, string challenge, Uri address, CancellationToken cancel) => answer.StatusCode switch
    {
        HttpStatusCode.OK when await answer.Content.ReadAsStringAsync(cancel) == challenge => Said(SetUpState.Works, "set-up.knock-heard", address),
        HttpStatusCode.Unauthorized => Said(SetUpState.Fault, "set-up.knock-refused", address),
        var status => new(SetUpPart.Signature, SetUpState.Fault, words.Say("set-up.knock-other", ("address", address), ("status", (int)status))),
    };

    private SetUpItem Said(SetUpState state, string key, Uri address) => new(SetUpPart.Signature, state, words.Say(key, ("address", address)));
}
