using System.Text;
using ChatHiring.Slack.Inbound;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>The vector is that of Slack's page "Verifying requests from Slack".</summary>
public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string At = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void It_holds_for_five_minutes_in_both_directions(int secondsLater, bool genuine) =>
        Assert.Equal(genuine, SlackSignature.Judge(Secret, At, Signature, Body, DateTimeOffset.FromUnixTimeSeconds(1531420618 + secondsLater)) == SlackVerdict.Genuine);

    [Theory]
    [InlineData(null, Signature)]
    [InlineData("", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData(" 1531420618", Signature)]
    [InlineData("1531420619", Signature)]
    [InlineData(At, null)]
    [InlineData(At, "")]
    [InlineData(At, "v0=")]
    [InlineData(At, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData(At, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(At, "v0=b2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public void Anything_else_is_refused(string? timestamp, string? signature) =>
        Assert.False(SlackSignature.Judge(Secret, timestamp, signature, Body, DateTimeOffset.FromUnixTimeSeconds(1531420618)) == SlackVerdict.Genuine);

    [Fact]
    public void One_other_byte_is_another_body() =>
        Assert.False(SlackSignature.Judge(Secret, At, Signature, [.. Body, (byte)' '], DateTimeOffset.FromUnixTimeSeconds(1531420618)) == SlackVerdict.Genuine);
}
