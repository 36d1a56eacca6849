using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Slack;

/// <summary>Reads a request's raw bytes, for the signature is over them; cuts off what is too large or too slow.</summary>
internal static class SlackBody
{
    /// <summary>Slack's largest payload holds a view of at most 250 kB.</summary>
    private const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <returns>The body, or the status to answer.</returns>
    public static async Task<(byte[]? Body, int Status)> Read(HttpRequest request, TimeProvider time, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes)
            return (null, StatusCodes.Status413PayloadTooLarge);
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var bytes = new ArrayBufferWriter<byte>();
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(bytes.GetMemory(), either.Token)) > 0)
            {
                bytes.Advance(read);
                if (bytes.WrittenCount > MostBytes)
                    return (null, StatusCodes.Status413PayloadTooLarge);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }

        return (bytes.WrittenSpan.ToArray(), StatusCodes.Status200OK);
    }
}
