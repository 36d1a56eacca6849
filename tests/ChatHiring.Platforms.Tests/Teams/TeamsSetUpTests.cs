using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Teams;
using ChatHiring.Teams.Outbound;
using ChatHiring.Teams.SetUp;
using ChatHiring.Tests;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Teams;

/// <summary>What is said of a set-up, word for word of Entra's.</summary>
public sealed class TeamsSetUpTests
{
    private static readonly Wording Words = Wording.Load(Path.Combine(Repository.Root, "cards", "words.en.json"));

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("AADSTS7000215", "the secret's value, not its id")]
    [InlineData("AADSTS7000222", "The secret has run out")]
    [InlineData("AADSTS700016", "knows no app with this id")]
    [InlineData("AADSTS90002", "no directory with this id")]
    [InlineData("AADSTS900023", "no directory with this id")]
    [InlineData("AADSTS7000229", "under Enterprise applications")]
    [InlineData("AADSTS700027", "Upload its public part")]
    [InlineData("AADSTS700024", "Set this machine's clock")]
    [InlineData("AADSTS70021", "Federated credentials")]
    [InlineData("AADSTS700211", "Federated credentials")]
    [InlineData("AADSTS700212", "Federated credentials")]
    [InlineData("AADSTS700213", "Federated credentials")]
    [InlineData("certificate", "PKCS#12 file without a password")]
    [InlineData("managed_identity_unreachable_network", "has to run in Azure")]
    [InlineData("unreached", "Look at the network")]
    [InlineData("request_timeout", "Look at the network")]
    [InlineData("service_not_available", "Look at the network")]
    [InlineData("AADSTS50000", "with the word AADSTS50000")]
    public void Every_word_of_Entra_about_a_token_says_what_to_do(string error, string said) =>
        Assert.Contains(said, Words.TokenSentence(error), StringComparison.Ordinal);

    [Fact]
    public void A_request_that_is_refused_outweighs_those_that_were_taken_before_it()
    {
        var heard = new TeamsHeard(Options.Create(new TeamsOptions { AppId = "a" }), _time, Words);
        heard.Note(TeamsVerdict.Taken);
        Assert.Equal((SetUpState.Works, "The last request came Mon 1 Jun 09:00 UTC, and its token holds."), (heard.Item("UTC").State, heard.Item("UTC").Sentence));

        _time.Advance(TimeSpan.FromMinutes(1));
        heard.Note(TeamsVerdict.OtherToken);
        Assert.Contains("Mon 1 Jun 09:01 UTC", heard.Item("UTC").Sentence, StringComparison.Ordinal);
        Assert.Equal(SetUpState.Fault, heard.Item("UTC").State);

        _time.Advance(TimeSpan.FromMinutes(1));
        heard.Note(TeamsVerdict.Taken);
        Assert.Equal(SetUpState.Works, heard.Item("UTC").State);
    }

    [Fact]
    public void Where_no_token_is_asked_for_none_is_said_to_hold()
    {
        var heard = new TeamsHeard(Options.Create(new TeamsOptions { AllowUnauthenticated = "true" }), _time, Words);
        heard.Note(TeamsVerdict.Taken);

        Assert.Contains("No token is asked for", heard.Item("UTC").Sentence, StringComparison.Ordinal);
    }
}
