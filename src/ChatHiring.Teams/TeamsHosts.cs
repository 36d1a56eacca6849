namespace ChatHiring.Teams;

/// <summary>Which hosts may get our token. An activity names the address that is answered, so that a forged one must not lead elsewhere.</summary>
internal static class TeamsHosts
{
    // trafficmanager.net is shared with everybody: the one host, never the suffix.
    private static readonly string[] Microsofts = ["smba.trafficmanager.net", "botframework.com", "botframework.us", "teams.microsoft.com", "teams.microsoft.us"];

    private static readonly string[] LogIns = ["login.botframework.com", "login.botframework.azure.us"];

    /// <param name="others">What the settings allow beside Microsoft's: single hosts, and those below them.</param>
    public static bool MayGetOurToken(Uri service, IEnumerable<string> others) =>
        (service.Scheme == Uri.UriSchemeHttps && Microsofts.Any(host => IsUnder(service, host))) || others.Any(host => IsUnder(service, host) && (service.Scheme == Uri.UriSchemeHttps || service.IsLoopback));

    public static bool IsMicrosofts(string host) => Uri.TryCreate($"https://{host}", UriKind.Absolute, out var url) && Microsofts.Any(known => IsUnder(url, known));

    public static bool IsLogIn(Uri url) => url.Scheme == Uri.UriSchemeHttps && LogIns.Contains(url.Host);

    private static bool IsUnder(Uri url, string host) =>
        url.Host.Equals(host, StringComparison.OrdinalIgnoreCase)
        || (host != "smba.trafficmanager.net" && url.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));
}
