using System.Buffers.Binary;
using System.Text.Json;
using ChatHiring.Delivery;

namespace ChatHiring.Teams.Package;

/// <summary>What Teams asks of the two icons, which the manifest's schema does not know. Pure.</summary>
/// <remarks>Source: Microsoft, "Design your app icon for the Microsoft Teams Store and app bar".</remarks>
internal static class IconRules
{
    private const byte GreyWithAlpha = 4;
    private const byte ColourWithAlpha = 6;

    private static readonly (string Member, int Size, bool IsSeeThrough)[] Icons = [("color", 192, false), ("outline", 32, true)];

    /// <param name="file">A file of the package by its name; null: it is not there.</param>
    public static IEnumerable<string> Faults(JsonElement manifest, Func<string, byte[]?> file) =>
        Icons.Select(icon => Fault(icon.Member, manifest.Child("icons").Text(icon.Member), icon.Size, icon.IsSeeThrough, file)).OfType<string>();

    private static string? Fault(string member, string? name, int size, bool isSeeThrough, Func<string, byte[]?> file) => (name, name is null ? null : file(name)) switch
    {
        (null, _) => null,
        (_, null) => $"icons.{member} names {name}, which is not in the package.",
        (_, { } bytes) when PngHeader.Read(bytes) is { } png =>
            png.Width != size || png.Height != size ? $"{name} is {png.Width} by {png.Height} pixels: icons.{member} is {size} by {size}."
            : isSeeThrough && !png.HasAlpha ? $"{name} has no alpha channel: icons.{member} is white on a transparent ground."
            : null,
        _ => $"{name} is no PNG.",
    };

    /// <summary>The first bytes of a PNG: what comes before its pixels.</summary>
    private sealed record PngHeader(int Width, int Height, bool HasAlpha)
    {
        private const int Length = 26;

        private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

        public static PngHeader? Read(ReadOnlySpan<byte> bytes) => bytes.Length >= Length && bytes.StartsWith(Signature) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? new(BinaryPrimitives.ReadInt32BigEndian(bytes[16..20]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..24]), bytes[25] is GreyWithAlpha or ColourWithAlpha)
            : null;
    }
}
