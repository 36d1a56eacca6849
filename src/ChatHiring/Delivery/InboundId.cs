namespace ChatHiring.Delivery;

/// <summary>The platform's own name for what it sent, by which its repetition is told apart.</summary>
/// <param name="Id">Said with the kind of thing that it names, such as <c>pressed:</c>.</param>
public sealed record InboundId(string Platform, string Id);
