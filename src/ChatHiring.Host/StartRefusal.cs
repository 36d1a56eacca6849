using System.Net.Sockets;
using ChatHiring.Storage;

namespace ChatHiring.Host;

/// <summary>A setting or a database that ChatHiring cannot start with: one line for the operator, no stack trace.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);

internal static class StartRefusal
{
    /// <summary>The line to print; null for a bug, which keeps its stack trace.</summary>
    public static string? Sentence(Exception thrown) => thrown switch
    {
        StartRefusedException or IncompatibleSchemaException => $"ChatHiring does not start: {thrown.Message}",
        StorageUnavailableException => $"ChatHiring does not start: {thrown.Message} Look at Storage:Provider and ConnectionStrings:ChatHiring.",
        IOException { InnerException: { InnerException: SocketException } or SocketException } =>
            $"ChatHiring does not start: {thrown.Message} Set Urls to a free one, for example: dotnet run --project src/ChatHiring.Host -- --urls http://127.0.0.1:5090",
        AggregateException { InnerExceptions: [var only] } => Sentence(only),
        _ => null,
    };
}
