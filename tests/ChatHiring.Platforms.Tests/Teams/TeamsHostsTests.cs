using ChatHiring.Teams;

namespace ChatHiring.Platforms.Tests.Teams;

/// <summary>Which hosts may get our token.</summary>
public sealed class TeamsHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/", true)]
    [InlineData("https://SMBA.trafficmanager.net/", true)]
    [InlineData("https://botframework.com/", true)]
    [InlineData("https://europe.botframework.com/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [InlineData("http://smba.trafficmanager.net/amer/", false)]
    [InlineData("http://europe.botframework.com/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://evilteams.microsoft.com/", false)]
    [InlineData("https://evilsmba.trafficmanager.net/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://evil.example/.botframework.com", false)]
    [InlineData("https://evil.example#.botframework.com", false)]
    [InlineData("https://\u0455mba.trafficmanager.net/", false)]
    [InlineData("ftp://smba.trafficmanager.net/", false)]
    [InlineData("https://teams.example.com/", true)]
    [InlineData("https://eu.teams.example.com/", true)]
    [InlineData("https://evilteams.example.com/", false)]
    [InlineData("http://teams.example.com/", false)]
    public void What_only_looks_like_a_known_host_gets_nothing(string service, bool may) =>
        Assert.Equal(may, TeamsHosts.MayGetOurToken(new Uri(service), ["teams.example.com"]));
}
