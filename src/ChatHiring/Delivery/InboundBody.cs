using System.Buffers;
using System.Net;

namespace ChatHiring.Delivery;

/// <summary>Reads the raw bytes of what a platform sends, before anything is parsed; cuts off what is too large or too slow.</summary>
public static class InboundBody
{
    /// <summary>Slack's largest payload holds a view of at most 250 kB, an activity of Teams is smaller than that.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <param name="length">What the sender says of its length; null when it does not say.</param>
    /// <param name="longest">How long the whole body may take.</param>
    /// <returns>The body, or the status to answer.</returns>
    public static async Task<(byte[]? Body, HttpStatusCode Status)> Read(Stream sent, long? length, TimeSpan longest, TimeProvider time, CancellationToken cancel)
    {
        if (length > MostBytes)
            return (null, HttpStatusCode.RequestEntityTooLarge);
        using var patience = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var bytes = new ArrayBufferWriter<byte>();
        try
        {
            int read;
            while ((read = await sent.ReadAsync(bytes.GetMemory(), either.Token)) > 0)
            {
                bytes.Advance(read);
                if (bytes.WrittenCount > MostBytes)
                    return (null, HttpStatusCode.RequestEntityTooLarge);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (null, HttpStatusCode.RequestTimeout);
        }

        return (bytes.WrittenSpan.ToArray(), HttpStatusCode.OK);
    }
}
