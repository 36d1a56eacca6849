using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Slack;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Install;
using ChatHiring.Slack.Outbound;
using ChatHiring.Slack.SetUp;
using ChatHiring.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>What is said of a set-up, word for word of Slack's, and by when.</summary>
public sealed class SlackSetUpTests
{
    private static readonly Wording Words = Wording.Load(Path.Combine(Repository.Root, "cards", "words.en.json"));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("invalid_auth", true, "Slack does not know this token")]
    [InlineData("not_authed", true, "Slack does not know this token")]
    [InlineData("invalid_auth", false, "opens /slack/install")]
    [InlineData("token_expired", true, "token_rotation_enabled")]
    [InlineData("token_expired", false, "opens /slack/install")]
    [InlineData("token_revoked", true, "Install the app again")]
    [InlineData("account_inactive", true, "Install the app again")]
    [InlineData("account_inactive", false, "opens /slack/install")]
    [InlineData("not_allowed_token_type", true, "begins with xoxb")]
    [InlineData("missing_scope", true, "Take manifests/slack.json over")]
    [InlineData("no_permission", true, "Take manifests/slack.json over")]
    [InlineData("access_denied", true, "Take manifests/slack.json over")]
    [InlineData("org_login_required", true, "administrator of Slack")]
    [InlineData("team_access_not_granted", true, "administrator of Slack")]
    [InlineData("ekm_access_denied", true, "administrator of Slack")]
    [InlineData("two_factor_setup_required", true, "administrator of Slack")]
    [InlineData("enterprise_is_restricted", true, "administrator of Slack")]
    [InlineData("ratelimited", true, "in a minute")]
    [InlineData("service_unavailable", true, "in a few minutes")]
    [InlineData("internal_error", true, "in a few minutes")]
    [InlineData("fatal_error", true, "in a few minutes")]
    [InlineData("request_timeout", true, "in a few minutes")]
    [InlineData("team_added_to_org", true, "in a few minutes")]
    [InlineData("invalid_arguments", true, "with the word invalid_arguments")]
    public void Every_word_of_slack_about_a_token_says_what_to_do(string error, bool isFixed, string said) =>
        Assert.Contains(said, Words.Sentence(new SlackAnswer.Refused(error, []), isFixed), StringComparison.Ordinal);

    [Fact]
    public void What_nothing_needs_is_told_from_what_lets_the_bot_read()
    {
        string[] given = [.. SlackScopes.Asked, "channels:join"];

        Assert.Equal(["channels:join"], SlackScopes.Needless(given));
        Assert.Equal(["channels:history", "search:read"], SlackScopes.Reading([.. given, "channels:history", "search:read"]));
        Assert.Equal(["a", "b", "c"], SlackScopes.Read(["a, b", "c"]));
    }

    [Fact]
    public void A_signature_that_stops_to_fit_outweighs_those_that_did()
    {
        var heard = new SlackHeard(_time, Words);
        heard.Note(SlackVerdict.Genuine);
        _time.Advance(TimeSpan.FromMinutes(1));
        heard.Note(SlackVerdict.Unsigned);
        Assert.Equal(SetUpState.Works, heard.Item("UTC").State);

        heard.Note(SlackVerdict.OtherSecret);
        Assert.Contains("Mon 1 Jun 09:01 UTC", heard.Item("UTC").Sentence, StringComparison.Ordinal);
        Assert.Equal(SetUpState.Fault, heard.Item("UTC").State);

        _time.Advance(TimeSpan.FromMinutes(1));
        heard.Note(SlackVerdict.Genuine);
        Assert.Equal(SetUpState.Works, heard.Item("UTC").State);
    }

    [Fact]
    public async Task When_slack_hangs_the_check_ends_by_itself()
    {
        var items = await On(new Hanging(_time)).Check(new(["hiring"], "UTC", Host: null), CancellationToken.None);

        Assert.Equal(Words.Say("set-up.slack-silent"), items[0].Sentence);
        Assert.Equal([SetUpState.Fault, SetUpState.NotTried, SetUpState.NotTried, SetUpState.NotTried], items.Select(item => item.State));
    }

    private SlackSetUp On(HttpMessageHandler slack)
    {
        var options = Options.Create(new SlackOptions { BotToken = "xoxb-1", SigningSecret = "s" });
        var debriefs = Options.Create(new DebriefsOptions());
        var api = new SlackApi(new HttpClient(slack), options, new Fixed(), new SlackPace(_time), new SlackMoments(_time), _time, NullLogger<SlackApi>.Instance);
        var directory = new SlackDirectory(api, debriefs, _time);
        return new(api, directory, new SlackHeard(_time, Words), null!, null!, null!, null!, options, debriefs, Words, _time);
    }

    /// <summary>Time passes, and no answer comes.</summary>
    private sealed class Hanging(FakeTimeProvider time) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            time.Advance(SlackSetUp.Longest);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
            return new();
        }
    }

    private sealed class Fixed : ISlackTokens
    {
        public string? Last => "xoxb-1";

        public Task<string?> Bot(CancellationToken cancel) => Task.FromResult<string?>("xoxb-1");

        public Task<bool> IsFor(System.Text.Json.JsonElement payload, CancellationToken cancel) => Task.FromResult(true);

        public Task<string?> Renewed(string expired, CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}
