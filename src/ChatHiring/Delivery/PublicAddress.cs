namespace ChatHiring.Delivery;

/// <summary>Where people and platforms find this host.</summary>
/// <param name="Told">What <c>PublicUrl</c> says; null when it is not set.</param>
/// <param name="Start">The same, else the first of <c>Urls</c>; null when neither is an address.</param>
public sealed record PublicAddress(Uri? Told, Uri? Start)
{
    public static PublicAddress Read(string? publicUrl, string? urls)
    {
        var told = Parsed(publicUrl);
        return new(told, told ?? Parsed(urls?.Split(';')[0]));
    }

    private static Uri? Parsed(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
}
