using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>How an envelope was acknowledged.</summary>
/// <param name="Payload">What the HTTP body would be; null: none.</param>
/// <param name="Connection">The number of the connection that it came over, from 1.</param>
public sealed record SocketAck(JsonObject? Payload, int Connection);

/// <summary>An envelope as it was sent.</summary>
/// <param name="Retry">0 for the first time.</param>
public sealed record SentEnvelope(string Id, string Type, int Connection, int Retry);
