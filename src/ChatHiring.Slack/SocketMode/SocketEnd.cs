namespace ChatHiring.Slack.SocketMode;

/// <summary>Why a connection to Slack ends, or will.</summary>
internal enum SocketEnd
{
    /// <summary>It broke, or the other side closed it without a word.</summary>
    Lost,

    /// <summary>Slack takes the connection down soon and asks for another: usual, every few hours.</summary>
    Refresh,

    /// <summary>Slack wants no connection now: Socket Mode was turned off, or there are too many.</summary>
    Unwanted,
}
